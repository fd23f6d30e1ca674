import { allGrades } from "../../ratings/schemeWords.js";
import { bandsOf, totalsOf } from "../../ratings/scheme.js";
import type { Figure, Table } from "../../engine/report/block.js";
import { list } from "../../engine/report/format.js";
import type { Distribution } from "../analysis/distribution.js";
import { totals } from "../findings/totals.js";
import type { ChartOptions } from "./chartOptions.js";
import { barsOf, sumHistogramPlot } from "./plots/sumHistogramPlot.js";
import { plotted, tooFew, withoutTotals } from "./plotted.js";
import { setWords, sourceWords } from "./setWords.js";

/** A bar for each total of scores, parted where the rating changes. */
export function sumHistogram(result: Distribution, options: ChartOptions): Figure | Table {
  const { scheme, set, n, leftOut, ratingCounts } = result;
  const { min, max } = totalsOf(scheme);
  const bars = barsOf(result);
  const known = bars.filter(({ councils }) => councils > 0).map(({ sum }) => sum);
  const reason = tooFew(n);
  return plotted(
    {
      id: options.id ?? "sum-histogram",
      title: totals(result).headline,
      subtitle: `Councils by the total of their scores, ${min} to ${max}. ${setWords(set, n)}`,
      alt:
        `Bars. Totals run from ${known[0]} to ${known.at(-1)}. ` +
        `${list(scheme.levels.map(({ name }) => `${ratingCounts[name]} ${name}`))}. ${totals(result).detail}`,
      caption: `Each bar is one total. Dashed lines mark where the rating changes.`,
      source: sourceWords(options.source, leftOut),
      n,
      unit: "assessment",
      data: {
        columns: [
          { key: "sum", label: `Total of ${allGrades(scheme)} (points)` },
          { key: "rating", label: "Rating that the total gives" },
          { key: "councils", label: "Councils" },
        ],
        // Of a few councils a table is shown, which needs no row for a total that nobody has.
        rows: bars
          .filter(({ councils }) => reason === null || councils > 0)
          .map((bar) => ({ ...bar })),
      },
    },
    reason ?? (bandsOf(scheme) === null ? withoutTotals : sumHistogramPlot(result)),
    options,
  );
}
