import { allGrades } from "../../ratings/schemeWords.js";
import type { Drift } from "../analysis/drift.js";
import type { Figure, Table } from "../../engine/report/block.js";
import { count, date, number, pValue } from "../../engine/report/format.js";
import type { ChartOptions } from "./chartOptions.js";
import { plotted, tooFew } from "./plotted.js";
import { cusumPlot, signedPoints } from "./plots/cusumPlot.js";
import type { Path } from "./plots/cusumPlot.js";
import { newsWords, setWords, sourceWords } from "./setWords.js";

const oneDecimal = (points: number) => number(points, 1);
const columns = {
  cusum: "Cumulative sum (points)",
  low: "Band of shuffled orders, low (points)",
  high: "Band of shuffled orders, high (points)",
} as const;

function titleOf(path: Path | null): string {
  if (path === null) return "No path of totals over the months can be computed";
  return path.p <= 0.05
    ? "Totals strayed from their mean further than shuffled orders do"
    : "Totals follow a path like that of a shuffled order";
}

function altOf({ points, mean }: Path): string {
  const furthest = points.reduce((a, b) => (Math.abs(b.cusum) > Math.abs(a.cusum) ? b : a));
  const side = furthest.cusum < 0 ? "below" : "above";
  return (
    `Line of the running total from ${date(points[0].month)} to ${date(points.at(-1)!.month)}. It is ` +
    `furthest from 0 in ${date(furthest.month)}: ${count(Math.abs(Math.round(furthest.cusum)), "point")} ` +
    `${side}, where 95% of shuffled orders lie between ${signedPoints(furthest.low)} and ` +
    `${signedPoints(furthest.high)}. The mean total is ${number(mean, 1)}.`
  );
}

/**
 * The cumulative sum of deviations from the mean total, by month of publication, with the band in
 * which permuted orders lie.
 */
export function cusumChart(result: Drift, options: ChartOptions): Figure | Table {
  const { scheme, set, n, leftOut, cusum, incomputable } = result;
  const reason = incomputable.find(({ quantity }) => quantity === "cusum")?.reason ?? "no month";
  const test =
    cusum === null
      ? ""
      : `. Permutation ${pValue(cusum.p)}, ${number(cusum.replicates)} shuffles, seed ${cusum.seed}`;
  return plotted(
    {
      id: options.id ?? "cusum-chart",
      title: titleOf(cusum),
      subtitle: `Totals of ${allGrades(scheme)} less their mean, added up by month of publication, in points. ${setWords(set, n)}${test}`,
      alt: cusum === null ? "A line of the running total, not drawn." : altOf(cusum),
      caption: `The line rises while councils have totals above the mean of all. The band holds for one month at a time; the p is of the largest distance, so there is no interval. CQC chose the order of councils.${newsWords(set)}`,
      source: sourceWords(options.source, leftOut),
      n,
      unit: "assessment",
      data: {
        columns: [
          { key: "month", label: "Month of publication", isDate: true },
          { key: "n", label: "Councils up to then" },
          ...(["cusum", "low", "high"] as const).map((key) => ({
            key,
            label: columns[key],
            format: oneDecimal,
          })),
        ],
        rows: (cusum?.points ?? []).map((point) => ({ ...point })),
      },
    },
    tooFew(n) ?? (cusum === null ? `There is nothing to draw: ${reason}.` : cusumPlot(cusum)),
    options,
  );
}
