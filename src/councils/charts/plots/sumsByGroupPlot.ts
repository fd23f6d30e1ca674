import * as Plot from "@observablehq/plot";
import { cutsOf, ratingOfSum, totalsOf } from "../../../ratings/scheme.js";
import type { DistributionBy } from "../../analysis/distributionBy.js";
import { axisHeight, rowNames, valueAxis } from "../axes.js";
import { bandNames, bandNamesHeight } from "../bandNames.js";
import type { Chart } from "../draw.js";
import { textSize } from "../svg.js";
import { levelScale } from "../theme.js";

type Group = DistributionBy["groups"][number];

/** A row of dots, and on a phone its name above them. */
const dotsHeight = 32;
const nameHeight = 20;
const largest = 4.5;

/** A strip for each region or type, a dot for each council at its total. */
export const sumsByGroupPlot =
  ({ scheme, groups }: DistributionBy): Chart =>
  ({ isNarrow, colours }) => {
    const { min, max } = totalsOf(scheme);
    const cuts = cutsOf(scheme) ?? [];
    const dots = groups.flatMap(({ name, sumCounts }) =>
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
    const words = ({ name, n, goodOrBetter }: Group) =>
      `${name}${isNarrow ? ": " : "\n"}${n === 0 ? "no total known" : `${goodOrBetter.count} of ${n} ${scheme.good} or better`}`;
    const { marginLeft, names } = rowNames(groups, words, isNarrow ? 340 : 190);
    const rowHeight = dotsHeight + (isNarrow ? nameHeight : 0);
    const r = Math.min(largest, dotsHeight / (2 * most));
    const reach = dotsHeight / (4 * r);
    return {
      height: bandNamesHeight(isNarrow) + rowHeight * groups.length + axisHeight,
      marginLeft: isNarrow ? 8 : marginLeft,
      marginRight: 8,
      marginTop: bandNamesHeight(isNarrow),
      marginBottom: axisHeight,
      x: { domain: [min - 0.5, max + 0.5] },
      y: { domain: [-reach, (reach * 2 * rowHeight) / dotsHeight - reach], axis: null },
      fy: { domain: groups.map(({ name }) => name), padding: 0, axis: null },
      color: levelScale(scheme, colours),
      marks: [
        ...bandNames(scheme, isNarrow, () => "", { fy: [groups[0].name] }),
        Plot.ruleY([0], { stroke: colours.line, strokeDasharray: "1,3" }),
        Plot.ruleX(cuts, {
          x: (cut: number) => cut - 0.5,
          y1: -reach,
          y2: reach,
          stroke: colours.line,
          strokeDasharray: "4,3",
        }),
        Plot.dot(dots, { fy: "name", x: "total", y: "level", r, fill: "rating" }),
        names({
          fy: "name",
          fontSize: textSize,
          ...(isNarrow
            ? { frameAnchor: "top-left", lineAnchor: "top", dx: 0, dy: 2 }
            : { y: () => 0 }),
        }),
        valueAxis("Total of the nine scores (points)", {
          ticks: [min, ...cuts, max],
          tickFormat: String,
        }),
      ],
    };
  };
