import { allGrades } from "../../ratings/schemeWords.js";
import { pilotReason } from "../analysis/select.js";
import type { LeftOut } from "../analysis/select.js";
import type { Tranche, Tranches } from "../analysis/tranches.js";
import { bandsOf, totalsOf } from "../../ratings/scheme.js";
import type { Figure, Table } from "../../engine/report/block.js";
import { count, date, number } from "../../engine/report/format.js";
import { firstAndLater } from "../findings/firstAndLater.js";
import type { ChartOptions } from "./chartOptions.js";
import { plotted, tooFew, withoutTotals } from "./plotted.js";
import { sumStripsPlot } from "./plots/sumStripsPlot.js";
import { newsWords, setWords, sourceWords } from "./setWords.js";

const names = { pilot: "Pilots", first: "First tranche", later: "Later tranches" } as const;
/** In pixels: the first tranche holds many councils with the same total. */
const tallest = 110;

function wordsOf({ n, withSum, meanSum }: Tranche): string {
  const known = n === withSum ? count(n, "council") : `${withSum} of ${count(n, "total")} known`;
  return meanSum === null ? known : `${known}, mean ${number(meanSum, 1)}`;
}

/** What has a row and no dot. */
function withoutSum({ tranches }: Tranches): LeftOut[] {
  const unknown = (some: readonly Tranche[]) =>
    some.reduce((total, { n, withSum }) => total + n - withSum, 0);
  return [
    { reason: "a pilot without a known total", n: unknown(tranches.slice(0, 1)) },
    { reason: "formal assessment without a known total", n: unknown(tranches.slice(1)) },
  ].filter(({ n }) => n > 0);
}

/** The totals of the pilots, the first tranche and later ones as dots on one scale. */
export function trancheSums(result: Tranches, options: ChartOptions): Figure | Table {
  const { scheme, set, n, leftOut, tranches, firstTrancheTo } = result;
  const { min, max } = totalsOf(scheme);
  const withSum = tranches.reduce((total, tranche) => total + tranche.withSum, 0);
  const strips = tranches.map((tranche) => ({
    name: names[tranche.tranche],
    words: wordsOf(tranche),
    sumCounts: tranche.sumCounts,
    mean: tranche.meanSum,
  }));
  return plotted(
    {
      id: options.id ?? "tranche-sums",
      title: firstAndLater(result).headline,
      subtitle: `Totals of ${allGrades(scheme)}, ${min} to ${max} points, one dot a council; first tranche: published up to ${date(firstTrancheTo)}. ${setWords(set, n)}, and the pilots`,
      alt: `A strip of dots for each tranche. ${strips.map(({ name, words }) => `${name}: ${words}`).join("; ")}.`,
      caption: `Each dot is a council and each solid line a mean. CQC chose the order of councils, so a difference would not show an effect of time.${newsWords(set)}`,
      source: sourceWords(options.source, [
        ...leftOut.filter(({ reason }) => reason !== pilotReason),
        ...withoutSum(result),
      ]),
      n: withSum,
      unit: "assessment",
      data: {
        columns: [
          { key: "tranche", label: "Tranche" },
          { key: "sum", label: `Total of ${allGrades(scheme)} (points)` },
          { key: "councils", label: "Councils" },
        ],
        rows: tranches.flatMap(({ tranche, sumCounts }) =>
          Object.entries(sumCounts).map(([sum, councils]) => ({
            tranche: names[tranche],
            sum: Number(sum),
            councils,
          })),
        ),
      },
    },
    tooFew(withSum) ??
      (bandsOf(scheme) === null ? withoutTotals : sumStripsPlot(scheme, strips, tallest)),
    options,
  );
}
