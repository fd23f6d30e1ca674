import type { Rows } from "./block.js";
import { cellText, isNumeric } from "./cell.js";
import { isMeasure } from "./measure.js";

/** How a table is set so that it fits: text size in points, widths in points, page turned or not. */
export interface TableLayout {
  readonly size: number;
  readonly landscape: boolean;
  readonly widths: readonly number[];
  /** No cell takes a second line. */
  readonly isOfLines: boolean;
}

/** Widths between the margins of an A4 page, in points. */
const portraitWidth = 481;
const landscapeWidth = 728;
/** White space to the sides of a cell's text, in points. */
export const cellInset = 5;
/** Above and below a text in a form, in points: room to write in the row. */
export const formInset = 5.5;
const longestUnbroken = 24;

/** A generous estimate of a letter's width in ems: no letter of the font is much wider. */
function emsOf(letter: string): number {
  if (/[A-Z%@mwMW□]/.test(letter)) return 0.68;
  if (/[fijlrt.,:;'() -]/.test(letter)) return 0.38;
  return /[csvxyz]/.test(letter) ? 0.48 : 0.54;
}

function ems(text: string): number {
  return [...text].reduce((sum, letter) => sum + emsOf(letter), 0.2);
}

/** Breaks very long words (addresses above all), as a table must fit whatever is in its cells. */
export function breakable(text: string): string {
  return text.replace(new RegExp(`\\S{${longestUnbroken + 1},}`, "gu"), (word) =>
    (word.match(/.{1,12}/gsu) ?? []).join("\u200b"),
  );
}

/** Keeps a measure, as "67% (52% to 80%)", on one line. */
export function unbroken(text: string): string {
  return isMeasure(text) ? text.replace(/ /g, "\u00a0") : text;
}

/** The least width, in ems, in which a text takes two lines. */
function twoLines(text: string): number {
  const words = text.split(" ");
  return Math.min(
    ...words.map((_, i) =>
      Math.max(ems(words.slice(0, i + 1).join(" ")), ems(words.slice(i + 1).join(" "))),
    ),
  );
}

/**
 * What each gets of what is there: those that want no more than an equal part get what they want, the
 * others share the rest by how much they want.
 */
function shared(wanted: readonly number[], all: number): number[] {
  const part = all / wanted.length;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const modest = sum(wanted.filter((one) => one <= part));
  const share = Math.min(1, (all - modest) / (sum(wanted) - modest));
  return wanted.map((one) => (one <= part ? one : one * share));
}

/**
 * How a table fits an A4 page: upright if each word fits its column in text of at least 8 points,
 * on a turned page otherwise; null where not even that fits. The size is the first
 * of those that it may have, in points, in which no cell takes a second line (a header may), or else in which each word fits. Columns get what
 * their longest word needs, and share the rest so that short texts stay on one line.
 */
export function tableLayout(data: Rows, sizes: readonly number[] = [10, 9, 8]): TableLayout | null {
  const columns = data.columns.map((column) => {
    const texts = data.rows.map((row) => unbroken(cellText(column, row[column.key] ?? null)));
    const words = [column.label, ...texts].flatMap((text) =>
      breakable(text).split(/[ \t\r\n\u200b]+/),
    );
    const header = twoLines(column.label);
    const least = Math.max(...words.map(ems), isNumeric(data, column) ? header : 0);
    return { least, most: Math.max(least, header, ...texts.map(ems)) };
  });
  for (const landscape of [false, true]) {
    const room = (landscape ? landscapeWidth : portraitWidth) - columns.length * 2 * cellInset;
    const needed = (size: number, key: "least" | "most") =>
      size * columns.reduce((sum, column) => sum + column[key], 0);
    const size =
      sizes.find((points) => needed(points, "most") <= room) ??
      sizes.find((points) => needed(points, "least") <= room);
    if (size === undefined) continue;
    const more = shared(
      columns.map(({ least, most }) => (most - least) * size),
      room - needed(size, "least"),
    );
    const widths = columns.map(({ least }, i) => least * size + more[i] + 2 * cellInset);
    return { size, landscape, widths, isOfLines: needed(size, "most") <= room };
  }
  return null;
}
