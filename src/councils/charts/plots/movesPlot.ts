import * as Plot from "@observablehq/plot";
import { rowNames } from "../rowNames.js";
import type { Chart } from "../draw.js";
import { keyOf } from "../key.js";
import { smallTextSize } from "../textSizes.js";
import { textWidth } from "../../../engine/report/widestText.js";

/** How many councils another rule gives a higher rating, and how many a lower one. */
export interface Moves {
  /** What the row is of; no two alike. */
  readonly name: string;
  readonly up: number;
  readonly down: number;
}

/** "2 up, 1 down", or "none". */
export function movesWords({ up, down }: Moves): string {
  const ways = [up > 0 ? `${up} up` : "", down > 0 ? `${down} down` : ""];
  return ways.filter((way) => way !== "").join(", ") || "none";
}

/** In pixels, from one dot to the next. */
const widestStep = 13;

/** A dot a council in each row: filled to a higher rating, then outlined to a lower one. */
export const movesPlot =
  (rows: readonly Moves[]): Chart =>
  (frame) => {
    const { width, isNarrow, colours } = frame;
    const { accent, below, line, page } = colours;
    const key = keyOf(frame, [
      { fill: accent, text: "To a higher rating" },
      { fill: page, stroke: below[1], text: "To a lower rating" },
    ]);
    const { marginLeft, names } = rowNames(rows, ({ name }) => name, isNarrow ? 110 : 200);
    const style = { size: smallTextSize };
    const widest = Math.max(...rows.map((row) => textWidth(movesWords(row), style)));
    const margins = { marginLeft: marginLeft + 2, marginTop: key.height + 4 };
    const both = ({ up, down }: Moves) => up + down;
    const room = width - margins.marginLeft - widest - 14;
    const step = Math.min(widestStep, room / Math.max(1, ...rows.map(both)));
    const r = Math.max(0.5, step / 2 - 1.5);
    const dots = rows.flatMap((row) =>
      Array.from({ length: both(row) }, (_, i) => ({
        ...{ name: row.name, x: i + 0.5, isUp: i < row.up },
      })),
    );
    return {
      ...margins,
      height: margins.marginTop + 30 * rows.length + 4,
      marginRight: widest + 14,
      marginBottom: 4,
      x: { domain: [0, room / step], axis: null },
      y: { type: "band", domain: rows.map(({ name }) => name), padding: 0.25, axis: null },
      marks: [
        ...key.marks(margins),
        Plot.dot(
          dots.filter(({ isUp }) => isUp),
          { y: "name", x: "x", r, fill: accent },
        ),
        Plot.dot(
          dots.filter(({ isUp }) => !isUp),
          { y: "name", x: "x", r: r - 0.5, fill: page, stroke: below[1], strokeWidth: 2 },
        ),
        Plot.ruleX([0], { stroke: line }),
        names({ y: "name" }),
        Plot.text(rows, {
          y: "name",
          x: both,
          dx: 8,
          textAnchor: "start",
          text: movesWords,
          fontSize: smallTextSize,
        }),
      ],
    };
  };
