import type { Weights } from "../analysis/weights.js";
import { meanCutsOf } from "../../ratings/meanCuts.js";
import { ratingRank, type Rating } from "../../ratings/scheme.js";
import type { Figure, Table } from "../../engine/report/block.js";
import { count, list } from "../../engine/report/format.js";
import type { ChartOptions } from "./chartOptions.js";
import { plotted, tooFew } from "./plotted.js";
import { movesPlot, movesWords } from "./plots/movesPlot.js";
import { setWords, sourceWords } from "./setWords.js";

/** For each statement left out, the councils that would rise and those that would fall. */
function barsOf({ scheme, leaveOneOut }: Weights) {
  const rank = (rating: Rating) => ratingRank(scheme, rating);
  return scheme.parts.map(({ id, short, name }) => {
    const flips = leaveOneOut.find(({ statement }) => statement === id)?.flips ?? [];
    const rises = flips.filter(({ from, to }) => rank(to) > rank(from)).length;
    return { name: short, statement: name, up: rises, down: flips.length - rises };
  });
}

/** How many councils' ratings change when one of the statements is left out. */
export function weightsBars(result: Weights, options: ChartOptions): Figure | Table {
  const { scheme, set, n, leftOut, leaveOneOut } = result;
  const bars = barsOf(result);
  const changed = new Set(leaveOneOut.flatMap(({ flips }) => flips.map(({ gssCode }) => gssCode)));
  const cuts = list((meanCutsOf(scheme)?.nearest ?? []).map(String));
  return plotted(
    {
      id: options.id ?? "weights-bars",
      title:
        changed.size === 0
          ? "Leaving out any one statement changes no council's rating"
          : `Leaving out one statement can change the rating of ${count(changed.size, "council")}`,
      subtitle: `Councils whose rating changes when one statement is left out. ${setWords(set, n)}`,
      alt: `A row of dots for each statement. ${bars.map((bar) => `${bar.name} ${movesWords(bar)}`).join("; ")}.`,
      caption: `The rating is made again from the mean of the other scores${cuts && `, cut at ${cuts}`}. Each dot is a council near a cut. They do not say which statement matters most. It is arithmetic, so there is no interval.`,
      source: sourceWords(options.source, leftOut),
      n,
      unit: "assessment",
      data: {
        columns: [
          { key: "statement", label: "Statement left out" },
          { key: "changes", label: "Councils whose rating changes" },
          { key: "up", label: "To a higher rating" },
          { key: "down", label: "To a lower rating" },
        ],
        rows: bars.map(({ statement, up, down }) => ({
          statement,
          changes: n === 0 ? null : up + down,
          up: n === 0 ? null : up,
          down: n === 0 ? null : down,
        })),
      },
    },
    tooFew(n) ?? movesPlot(bars),
    options,
  );
}
