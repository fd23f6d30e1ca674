import * as Plot from "@observablehq/plot";
import { bandsOf } from "../../../ratings/scheme.js";
import { count } from "../../../engine/report/format.js";
import type { CouncilMargin, Margins } from "../../analysis/margins.js";
import { axisHeight, valueAxis } from "../axes.js";
import type { Chart } from "../draw.js";
import { smallTextSize, textSize } from "../textSizes.js";

const directions = [
  { id: "lower", end: "lowest", pointsOf: ({ toLower }: CouncilMargin) => toLower },
  { id: "higher", end: "highest", pointsOf: ({ toHigher }: CouncilMargin) => toHigher },
] as const;

/** Points that a council can be from another rating: as many as the widest band has totals. */
export function distancesOf({ scheme }: Margins): number[] {
  const widest = Math.max(...(bandsOf(scheme) ?? []).map(({ from, to }) => to - from + 1));
  return Array.from({ length: widest }, (_, i) => i + 1);
}

/** For each direction, councils by points from the next rating. */
export function marginBars(result: Margins) {
  return directions.map(({ id, end, pointsOf }) => ({
    id,
    end,
    n: result.councils.filter((council) => pointsOf(council) !== null).length,
    bars: distancesOf(result).map((points) => ({
      id,
      points,
      councils: result.councils.filter((council) => pointsOf(council) === points).length,
    })),
  }));
}

/** Councils by points from the next rating: one panel down, one up. */
export const marginStripPlot =
  (result: Margins): Chart =>
  ({ isNarrow, colours }) => {
    const panels = marginBars(result);
    const bars = panels.flatMap((panel) => panel.bars).filter(({ councils }) => councils > 0);
    const most = Math.max(1, ...bars.map(({ councils }) => councils));
    const heading = ({ id, end, n }: (typeof panels)[number]) => {
      const already = result.n - n;
      return `To a ${id} rating: ${count(n, "council")}${already === 0 ? "" : `,${isNarrow ? "\n" : " "}${already} already at the ${end}`}`;
    };
    return {
      height: 290 + axisHeight,
      marginLeft: 8,
      marginRight: 8,
      marginTop: 4,
      marginBottom: axisHeight,
      x: { type: "band", domain: distancesOf(result), padding: 0.15 },
      y: { domain: [0, most * (isNarrow ? 1.8 : 1.6)], axis: null },
      fy: { domain: directions.map(({ id }) => id), padding: 0.08, axis: null },
      marks: [
        Plot.barY(bars, {
          fy: "id",
          x: "points",
          y: "councils",
          fill: ({ points }: { points: number }) => (points === 1 ? colours.accent : colours.line),
        }),
        Plot.ruleY([0], { stroke: colours.line }),
        Plot.text(bars, {
          fy: "id",
          x: "points",
          y: "councils",
          text: "councils",
          lineAnchor: "bottom",
          dy: -4,
          fontSize: smallTextSize,
        }),
        Plot.text(panels, {
          fy: "id",
          frameAnchor: "top-left",
          lineAnchor: "top",
          dy: 4,
          text: heading,
          fontSize: textSize,
          fontWeight: "bold",
        }),
        valueAxis("Points from another rating"),
      ],
    };
  };
