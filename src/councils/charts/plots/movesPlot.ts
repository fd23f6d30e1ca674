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

/** A bar a row: filled for councils that move to a higher rating, then outlined for a lower one. */
export const movesPlot =
  (rows: readonly Moves[]): Chart =>
  (frame) => {
    const { isNarrow, colours } = frame;
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
    return {
      ...margins,
      height: margins.marginTop + 30 * rows.length + 4,
      marginRight: widest + 14,
      marginBottom: 4,
      x: { domain: [0, Math.max(1, ...rows.map(both))], axis: null },
      y: { type: "band", domain: rows.map(({ name }) => name), padding: 0.25, axis: null },
      marks: [
        ...key.marks(margins),
        Plot.barX(rows, { y: "name", x1: 0, x2: "up", fill: accent }),
        Plot.barX(
          rows.filter(({ down }) => down > 0),
          { y: "name", x1: "up", x2: both, fill: page, stroke: below[1], strokeWidth: 2, inset: 1 },
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
