import { allGrades } from "../../../ratings/schemeWords.js";
import * as Plot from "@observablehq/plot";
import { cutsOf, ratingOfSum, totalsOf } from "../../../ratings/scheme.js";
import type { Scheme } from "../../../ratings/scheme.js";
import { axisHeight, valueAxis } from "../axes.js";
import { rowNames } from "../rowNames.js";
import { bandNames, bandNamesHeight } from "../bandNames.js";
import type { Chart } from "../draw.js";
import { textSize } from "../textSizes.js";
import { levelScale } from "../levelColours.js";

export interface SumStrip {
  readonly name: string;
  /** Said below the name or, on a phone, beside it. */
  readonly words: string;
  readonly sumCounts: Readonly<Record<string, number>>;
  /** Marked by a line; none where it is not given. */
  readonly mean?: number | null;
}

/** A row of dots, and on a phone its name above them. */
const leastHeight = 32;
const nameHeight = 20;
const largest = 4.5;

/**
 * A strip for each group of councils, a dot for each council at its total. Strips of many councils
 * may be as tall as `tallest`, so that their dots stay large.
 */
export const sumStripsPlot =
  (scheme: Scheme, strips: readonly SumStrip[], tallest = leastHeight): Chart =>
  ({ isNarrow, colours }) => {
    const { min, max } = totalsOf(scheme);
    const cuts = cutsOf(scheme) ?? [];
    const dots = strips.flatMap(({ name, sumCounts }) =>
      Object.entries(sumCounts).flatMap(([total, councils]) =>
        Array.from({ length: councils }, (_, i) => ({
          name,
          total: Number(total),
          rating: ratingOfSum(scheme, Number(total)),
          // In the middle of the strip, as many above as below.
          level: i - (councils - 1) / 2,
        })),
      ),
    );
    const most = Math.max(...dots.map(({ level }) => 2 * level + 1));
    const dotsHeight = Math.min(tallest, Math.max(leastHeight, 2 * largest * most));
    const { marginLeft, names } = rowNames(
      strips,
      ({ name, words }) => `${name}${isNarrow ? ": " : "\n"}${words}`,
      isNarrow ? 340 : 190,
    );
    const rowHeight = dotsHeight + (isNarrow ? nameHeight : 0);
    const r = Math.min(largest, dotsHeight / (2 * most));
    const reach = dotsHeight / (4 * r);
    return {
      height: bandNamesHeight(isNarrow) + rowHeight * strips.length + axisHeight,
      marginLeft: isNarrow ? 8 : marginLeft,
      marginRight: 8,
      marginTop: bandNamesHeight(isNarrow),
      marginBottom: axisHeight,
      x: { domain: [min - 0.5, max + 0.5] },
      y: { domain: [-reach, (reach * 2 * rowHeight) / dotsHeight - reach], axis: null },
      fy: { domain: strips.map(({ name }) => name), padding: 0, axis: null },
      color: levelScale(scheme),
      marks: [
        ...bandNames(scheme, isNarrow, () => "", { fy: [strips[0].name] }),
        Plot.ruleY([0], { stroke: colours.line, strokeDasharray: "1,3" }),
        Plot.ruleX(cuts, {
          x: (cut: number) => cut - 0.5,
          y1: -reach,
          y2: reach,
          stroke: colours.line,
          strokeDasharray: "4,3",
        }),
        Plot.dot(dots, { fy: "name", x: "total", y: "level", r, fill: "rating" }),
        Plot.ruleX(
          strips.filter(({ mean }) => typeof mean === "number"),
          { fy: "name", x: "mean", y1: -reach, y2: reach, stroke: colours.text, strokeWidth: 2 },
        ),
        names({
          fy: "name",
          fontSize: textSize,
          ...(isNarrow
            ? { frameAnchor: "top-left", lineAnchor: "top", dx: 0, dy: 2 }
            : { y: () => 0 }),
        }),
        valueAxis(`Total of the ${allGrades(scheme)} (points)`, {
          ticks: [min, ...cuts, max],
          tickFormat: String,
        }),
      ],
    };
  };
