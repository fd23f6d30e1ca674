import { allGrades } from "../../../ratings/schemeWords.js";
import * as Plot from "@observablehq/plot";
import { cutsOf, totalsOf } from "../../../ratings/scheme.js";
import { count } from "../../../engine/report/format.js";
import type { Distribution } from "../../analysis/distribution.js";
import { atLowestGood } from "../../findings/totals.js";
import { axisHeight, note, valueAxis } from "../axes.js";
import { bandNames, bandNamesHeight } from "../bandNames.js";
import type { Chart } from "../draw.js";
import { smallTextSize } from "../textSizes.js";
import { ratingAt } from "../ratingAt.js";
import { levelScale } from "../levelColours.js";

interface Bar {
  readonly sum: number;
  readonly rating: string | null;
  readonly councils: number;
}

/** A bar for each total that there can be, from the lowest. */
export function barsOf({ scheme, sumCounts }: Distribution): Bar[] {
  const { min, max } = totalsOf(scheme);
  return Array.from({ length: max - min + 1 }, (_, i) => {
    const sum = min + i;
    return { sum, rating: ratingAt(scheme, sum), councils: sumCounts[sum] ?? 0 };
  });
}

/** Totals of councils as bars, parted where the rating changes, with those at the lowest good. */
export const sumHistogramPlot =
  (result: Distribution): Chart =>
  ({ isNarrow, colours }) => {
    const { scheme, ratingCounts } = result;
    const bars = barsOf(result);
    const { min, max } = totalsOf(scheme);
    const starts = [min, ...cutsOf(scheme)!];
    const edge = atLowestGood(result)!;
    const most = Math.max(...bars.map(({ councils }) => councils));
    return {
      height: 330,
      marginTop: bandNamesHeight(isNarrow),
      marginBottom: axisHeight,
      marginLeft: isNarrow ? 34 : 8,
      marginRight: 8,
      x: { domain: [min - 0.5, max + 0.5] },
      y: { domain: [0, most * 1.35], axis: null },
      color: levelScale(scheme),
      marks: [
        ...bandNames(scheme, isNarrow, ({ rating }) => count(ratingCounts[rating], "council")),
        Plot.ruleX(starts.slice(1), {
          x: (cut: number) => cut - 0.5,
          y2: (cut: number) => most * (cut === edge.total ? 1.35 : 1.1),
          stroke: colours.line,
          strokeDasharray: "4,3",
        }),
        Plot.rectY(bars, {
          x1: ({ sum }: Bar) => sum - 0.5,
          x2: ({ sum }: Bar) => sum + 0.5,
          y: "councils",
          fill: "rating",
          insetLeft: 1,
          insetRight: 1,
        }),
        Plot.ruleY([0], { stroke: colours.line }),
        note(`${count(edge.councils, "council")} at\nthe lowest ${scheme.good}`, {
          x: edge.total - 0.5,
          frameAnchor: "top",
          lineAnchor: "top",
          textAnchor: "start",
          dx: 5,
          dy: 2,
        }),
        isNarrow
          ? Plot.axisY([...new Set([0, Math.round(most / 2), most])], {
              tickSize: 0,
              label: null,
              fontSize: smallTextSize,
            })
          : Plot.text(
              bars.filter(({ councils }) => councils > 0),
              { x: "sum", y: "councils", text: "councils", lineAnchor: "bottom", dy: -3 },
            ),
        valueAxis(`Total of the ${allGrades(scheme)} (points)`, {
          ticks: isNarrow ? [...starts, max] : bars.map(({ sum }) => sum),
          tickFormat: String,
        }),
      ],
    };
  };
