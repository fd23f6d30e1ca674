import type { Rows } from "./block.js";
import { cellText, isNumeric } from "./cell.js";

/** How a table is set so that it fits: text size in points, widths in points, page turned or not. */
export interface TableLayout {
  readonly size: number;
  readonly landscape: boolean;
  readonly widths: readonly number[];
}

/** Widths between the margins of an A4 page, in points. */
const portraitWidth = 481;
const landscapeWidth = 728;
const sizes = [10, 9, 8];
/** White space to the sides of a cell's text, in points. */
export const cellInset = 4;
const longestUnbroken = 24;

/** A generous estimate of a text's width in ems: no letter of the font is much wider. */
function ems(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[A-Z%@mwMW□]/.test(letter) ? 0.68 : 0.54), 0.2);
}

/** Breaks very long words (addresses above all), as a table must fit whatever is in its cells. */
export function breakable(text: string): string {
  return text.replace(new RegExp(`\\S{${longestUnbroken + 1},}`, "gu"), (word) =>
    (word.match(/.{1,12}/gsu) ?? []).join("\u200b"),
  );
}

/**
 * How a table fits an A4 page: upright if each word fits its column in text of at least 8 points,
 * on a turned page otherwise; null where not even that fits. The size is the largest of 10, 9 and 8
 * points in which no cell takes a second line, or else in which each word fits. Columns get what
 * their longest word needs, and share the rest by how much longer their longest text is.
 */
export function tableLayout(data: Rows): TableLayout | null {
  const columns = data.columns.map((column) => {
    const texts = [
      column.label,
      ...data.rows.map((row) => cellText(column, row[column.key] ?? null)),
    ];
    const numeric = isNumeric(data, column);
    const words = texts.flatMap((text) => breakable(text).split(/[\s\u200b]+/));
    const least = Math.max(...words.map(ems));
    // A header over numbers may take two lines: its column need not be as wide as it is long.
    const lines = numeric ? [ems(column.label) / 1.7] : texts.map(ems);
    return { least, most: Math.max(least, ...lines) };
  });
  for (const landscape of [false, true]) {
    const room = (landscape ? landscapeWidth : portraitWidth) - columns.length * 2 * cellInset;
    const needed = (size: number, key: "least" | "most") =>
      size * columns.reduce((sum, column) => sum + column[key], 0);
    const size =
      sizes.find((points) => needed(points, "most") <= room) ??
      sizes.find((points) => needed(points, "least") <= room);
    if (size === undefined) continue;
    const [least, most] = [needed(size, "least"), needed(size, "most")];
    const share = most <= room ? 1 : (room - least) / (most - least);
    const widths = columns.map(
      (column) => (column.least + (column.most - column.least) * share) * size + 2 * cellInset,
    );
    return { size, landscape, widths };
  }
  return null;
}
