import { allGrades } from "../../ratings/schemeWords.js";
import { bandsOf, totalsOf } from "../../ratings/scheme.js";
import type { Figure, Table } from "../../engine/report/block.js";
import type { DistributionBy } from "../analysis/distributionBy.js";
import { byGroup } from "../findings/byGroup.js";
import type { ChartOptions } from "./chartOptions.js";
import { plotted, tooFew, withoutTotals } from "./plotted.js";
import { ratingAt } from "./ratingAt.js";
import { sumStripsPlot } from "./plots/sumStripsPlot.js";
import { setWords, sourceWords } from "./setWords.js";

/** The tallest strip, in pixels, in which dots of many councils stay as large as those of few. */
const tallest = 64;
const what = { region: "region", type: "type of council" } as const;

/** Totals on one scale, a strip of dots for each region or type of council: no ranking. */
export function sumsByGroup(result: DistributionBy, options: ChartOptions): Figure | Table {
  const { scheme, set, n, leftOut, by, groups } = result;
  const { min, max } = totalsOf(scheme);
  const { headline, detail } = byGroup(result);
  const strips = groups.map(({ name, n: known, goodOrBetter, sumCounts }) => ({
    name,
    words:
      known === 0 ? "no total known" : `${goodOrBetter.count} of ${known} ${scheme.good} or better`,
    sumCounts,
  }));
  return plotted(
    {
      id: options.id ?? `sums-by-${by}`,
      title: headline,
      subtitle: `Councils by the total of their ${allGrades(scheme)}, ${min} to ${max}, by ${what[by]}. ${setWords(set, n)}`,
      alt: `A strip of dots for each ${what[by]}, one dot for each council at its total. ${detail}`,
      caption: `Each dot is a council. Strips stand in alphabetical order. Each ${what[by]} holds other councils, assessed at other times, so a difference shows no cause.`,
      source: sourceWords(options.source, leftOut),
      n,
      unit: "assessment",
      data: {
        columns: [
          { key: "name", label: by === "region" ? "Region" : "Type of council" },
          { key: "sum", label: `Total of ${allGrades(scheme)} (points)` },
          { key: "rating", label: "Rating that the total gives" },
          { key: "councils", label: "Councils" },
        ],
        rows: groups.flatMap(({ name, sumCounts }) =>
          Object.entries(sumCounts).map(([total, councils]) => {
            const sum = Number(total);
            return { name, sum, rating: ratingAt(scheme, sum), councils };
          }),
        ),
      },
    },
    tooFew(n) ??
      (bandsOf(scheme) === null ? withoutTotals : sumStripsPlot(scheme, strips, tallest)),
    options,
  );
}
