import type { Figure, Table } from "../../engine/report/block.js";
import { date } from "../../engine/report/format.js";
import { pilotReason } from "../analysis/select.js";
import type { TrancheScores } from "../analysis/trancheScores.js";
import { trancheName } from "../findings/trancheName.js";
import type { ChartOptions } from "./chartOptions.js";
import { plotted, tooFew } from "./plotted.js";
import { trancheScoresPlot } from "./plots/trancheScoresPlot.js";
import { setWords, sourceWords } from "./setWords.js";

/** Scores on each statement of pilots, first councils and later ones beside each other. */
export function trancheScoresDots(result: TrancheScores, options: ChartOptions): Figure | Table {
  const { scheme, set, n, leftOut, tranches, firstTrancheTo } = result;
  const rows = tranches.flatMap((one) =>
    one.counts.map((counts, part) => ({
      tranche: trancheName(one, firstTrancheTo),
      statement: scheme.parts[part].name,
      ...Object.fromEntries(counts.map((councils, i) => [`level${i + 1}`, councils])),
    })),
  );
  return plotted(
    {
      id: options.id ?? "tranche-scores",
      title: "Scores by statement, for pilots, first and later councils",
      subtitle: `Share of councils with each score, 1 to ${scheme.levels.length}. ${setWords(set, n)}, and the pilots`,
      alt: `Three panels with a row for each statement and a dot for each score: pilots, councils reported by ${date(firstTrancheTo)} and later ones. The data table has the counts.`,
      caption:
        "A dot's area is the share of councils with a known score. Few scores of pilots are known, so a large dot there may be one council.",
      source: sourceWords(
        options.source,
        leftOut.filter(({ reason }) => reason !== pilotReason),
      ),
      // Pilots are drawn too.
      n: tranches.reduce((sum, one) => sum + one.n, 0),
      unit: "assessment",
      data: {
        columns: [
          { key: "tranche", label: "Reports" },
          { key: "statement", label: "Statement" },
          ...scheme.levels.map((_, i) => ({
            key: `level${i + 1}`,
            label: `Councils scoring ${i + 1}`,
          })),
        ],
        rows,
      },
    },
    tooFew(n) ?? trancheScoresPlot(result),
    options,
  );
}
