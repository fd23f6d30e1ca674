import type { Spread, WordSpread } from "../analysis/spread.js";
import { bandsOf, totalsOf } from "../../ratings/scheme.js";
import type { Figure, Table } from "../../engine/report/block.js";
import { count, list } from "../../engine/report/format.js";
import { allGrades } from "../../ratings/schemeWords.js";
import { totalsApart } from "../findings/totalsApart.js";
import type { ChartOptions } from "./chartOptions.js";
import { plotted, tooFew } from "./plotted.js";
import { rangesPlot } from "./plots/rangesPlot.js";
import { setWords, sourceWords } from "./setWords.js";

/** "18 to 22, 3 councils", or "none". */
function wordsOf({ n, lowest, highest, range }: WordSpread): string {
  if (lowest === null || highest === null) return "none";
  const totals = range === 0 ? String(lowest.sum) : `${lowest.sum} to ${highest.sum}`;
  return `${totals}, ${count(n, "council")}`;
}

/** For each rating, the totals that it covers, and the lowest and the highest that councils have. */
export function wordSpread(result: Spread, options: ChartOptions): Figure | Table {
  const { scheme, set, n, leftOut } = result;
  const words = [...result.words].reverse();
  const { min, max } = totalsOf(scheme);
  const bands = bandsOf(scheme) ?? [];
  const ranges = words.map((word) => {
    const band = bands.find(({ rating }) => rating === word.rating);
    // A rating that no council has keeps its box.
    const [low, high] = [word.lowest?.sum ?? NaN, word.highest?.sum ?? NaN];
    return {
      name: word.rating,
      words: wordsOf(word),
      low,
      high,
      value: word.range === 0 ? low : null,
      ...(band && { box: [band.from - 0.5, band.to + 0.5] as const }),
    };
  });
  return plotted(
    {
      id: options.id ?? "word-spread",
      title: totalsApart(result).headline,
      subtitle: `Lowest and highest total of ${allGrades(scheme)} behind each rating, in points. ${setWords(set, n)}`,
      alt: `A line for each rating between its lowest and its highest total. ${ranges.map(({ name, words: said }) => `${name}: ${said}`).join("; ")}.`,
      caption: `A box spans the totals that a rating covers, and the line in it those that councils have. It does not show how many lie between.`,
      source: sourceWords(options.source, leftOut),
      n,
      unit: "assessment",
      data: {
        columns: [
          { key: "rating", label: "Published rating" },
          { key: "councils", label: "Councils" },
          { key: "lowest", label: "Lowest sum (points)" },
          { key: "lowestCouncils", label: "Councils at the lowest", isOnlyOnPage: true },
          { key: "nLowest", label: "Councils at the lowest", isOnlyInCsv: true },
          { key: "highest", label: "Highest sum (points)" },
          { key: "highestCouncils", label: "Councils at the highest", isOnlyOnPage: true },
          { key: "nHighest", label: "Councils at the highest", isOnlyInCsv: true },
        ],
        rows: words.map(({ rating, n: councils, lowest, highest }) => ({
          rating,
          councils,
          lowest: lowest?.sum ?? null,
          lowestCouncils: lowest && list(lowest.councils.map(({ council }) => council)),
          nLowest: lowest?.councils.length ?? null,
          highest: highest?.sum ?? null,
          highestCouncils: highest && list(highest.councils.map(({ council }) => council)),
          nHighest: highest?.councils.length ?? null,
        })),
      },
    },
    tooFew(n) ??
      rangesPlot(ranges, {
        domain: [min - 0.5, max + 0.5],
        ticks: [min, ...bands.slice(1).map(({ from }) => from), max],
        format: String,
        label: `Total of the ${allGrades(scheme)} (points)`,
      }),
    options,
  );
}
