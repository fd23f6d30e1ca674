import * as Plot from "@observablehq/plot";
import { ink, palette, quiet, white } from "./colour.js";
import { drawPlot, smallTextSize, textSize } from "./svg.js";
import { textWidth } from "./textWidth.js";

/** How many councils another rule gives a higher word, and how many a lower one. */
export interface Moves {
  readonly up: number;
  readonly down: number;
}

export interface MovesRow extends Moves {
  /** What the row is of; no two alike. */
  readonly name: string;
}

/** "2 up, 1 down", or "none". */
export function movesWords({ up, down }: Moves): string {
  const ways = [up > 0 ? `${up} up` : "", down > 0 ? `${down} down` : ""];
  return ways.filter((way) => way !== "").join(", ") || "none";
}

/** A bar a row: filled for councils that move to a higher word, then outlined for a lower one. */
export function drawMoves(
  rows: readonly MovesRow[],
  { nameWidth }: { readonly nameWidth: number },
  document: Document,
): string {
  const bars = rows.map((row) => ({ ...row, changes: row.up + row.down }));
  const most = Math.max(...bars.map(({ changes }) => changes), 1);
  const labelWidth = Math.max(
    ...bars.map((bar) => textWidth(movesWords(bar), { size: smallTextSize })),
  );
  const row = { y: "name" } as const;
  const span = { ...row, insetTop: 1, insetBottom: 1 } as const;
  return drawPlot(
    {
      height: 40 + 26 * bars.length,
      marginLeft: nameWidth,
      marginRight: Math.ceil(labelWidth) + 16,
      marginTop: 32,
      marginBottom: 8,
      x: { domain: [0, most], axis: null },
      y: { type: "band", domain: bars.map(({ name }) => name), padding: 0.25, axis: null },
      marks: [
        Plot.barX(bars, { ...span, x1: 0, x2: "up", fill: palette.darkBlue }),
        Plot.barX(
          bars.filter(({ down }) => down > 0),
          {
            ...span,
            x1: "up",
            x2: "changes",
            fill: white,
            stroke: palette.darkPink,
            strokeWidth: 2,
          },
        ),
        Plot.ruleX([0], { stroke: quiet }),
        Plot.text(bars, {
          ...row,
          frameAnchor: "left",
          dx: 2 - nameWidth,
          textAnchor: "start",
          text: "name",
          fontSize: textSize,
        }),
        Plot.text(bars, {
          ...row,
          x: "changes",
          dx: 8,
          textAnchor: "start",
          text: movesWords,
          fontSize: smallTextSize,
          fill: ink,
        }),
        Plot.text(["Filled: to a higher word. Outlined: to a lower word."], {
          frameAnchor: "top-left",
          lineAnchor: "middle",
          dy: -18,
          fontSize: smallTextSize,
        }),
      ],
    },
    document,
  );
}
