import type { Figure, Table } from "../../engine/report/block.js";
import { percent } from "../../engine/report/format.js";
import { components } from "../analysis/variance.js";
import type { Component, Variance } from "../analysis/variance.js";
import { variation } from "../findings/variation.js";
import type { ChartOptions } from "./chartOptions.js";
import { plotted, tooFew } from "./plotted.js";
import { knownParts, varianceBarsPlot } from "./plots/varianceBarsPlot.js";
import { setWords, sourceWords } from "./setWords.js";

const names: Readonly<Record<Component, string>> = {
  statement: "Between statements",
  rating: "Between ratings",
  sumWithinRating: "Between totals with the same rating",
  residual: "Each council's own pattern",
};
const oneDecimal = (share: number) => percent(share, 1);

/** Where the variation of the published scores lies: one bar of parts that add to all of it. */
export function varianceBars(result: Variance, options: ChartOptions): Figure | Table {
  const { set, n, leftOut } = result;
  const parts = knownParts(result);
  const nothing = parts.length === 0 ? "There is nothing to draw: no part is known." : null;
  const how = result.bootstrap === null ? " There is no interval, as nothing could be drawn." : "";
  return plotted(
    {
      id: options.id ?? "variance-bars",
      title: variation(result).headline,
      subtitle: `Parts of the variation in the scores, with 95% intervals. ${setWords(set, n)}`,
      alt: `One bar in parts that add up to all of the variation. ${parts.map(({ words }) => words).join("; ")}.`,
      caption: `In brackets are 95% intervals. Any single rating leaves much out: the bar does not show that what it leaves out is more than chance.${how}`,
      source: sourceWords(options.source, leftOut),
      n,
      unit: "assessment",
      data: {
        columns: [
          { key: "part", label: "Part of the variation" },
          { key: "share", label: "Share", format: oneDecimal },
          { key: "low", label: "95% interval, low", format: oneDecimal },
          { key: "high", label: "95% interval, high", format: oneDecimal },
        ],
        rows: components.map((component) => {
          const [share, interval] = [result[component], result.intervals[component]];
          return {
            part: names[component],
            share,
            low: interval === null ? null : interval[0],
            high: interval === null ? null : interval[1],
          };
        }),
      },
    },
    tooFew(n) ?? nothing ?? varianceBarsPlot(result),
    options,
  );
}
