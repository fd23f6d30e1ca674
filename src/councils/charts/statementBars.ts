import type { Figure, Table } from "../../engine/report/block.js";
import { below3, byShareBelow3 } from "../analysis/profile.js";
import type { Profile } from "../analysis/profile.js";
import { shortName } from "../../ratings/shortName.js";
import { statements } from "../findings/statements.js";
import type { ChartOptions } from "./chartOptions.js";
import { statementBarsPlot } from "./plots/statementBarsPlot.js";
import { plotted, tooFew } from "./plotted.js";
import { setWords, sourceWords } from "./setWords.js";

/** For each statement, councils below good to the left of a line and those from good up to its right. */
export function statementBars(result: Profile, options: ChartOptions): Figure | Table {
  const { scheme, set, n, leftOut } = result;
  const profiles = byShareBelow3(result);
  const said = profiles.map(
    (profile) => `${shortName(scheme, profile.id)} ${below3(profile)} of ${profile.n}`,
  );
  const scores = scheme.levels.map((_, i) => i + 1);
  return plotted(
    {
      id: options.id ?? "statement-bars",
      title: statements(result).headline,
      subtitle: `Councils by their score on each statement. ${setWords(set, n)}`,
      alt: `Bars on either side of a line. Councils below good on each statement: ${said.join("; ")}.`,
      caption: `The statement most often below good stands first. Such a statement may be harder, or be judged more strictly: the bars do not say which.`,
      source: sourceWords(options.source, leftOut),
      n,
      unit: "assessment",
      data: {
        columns: [
          { key: "statement", label: "Statement" },
          ...scores.map((score) => ({ key: `score${score}`, label: `Councils scoring ${score}` })),
          { key: "n", label: "Councils with a known score" },
        ],
        rows: profiles.map(({ name, counts, n: known }) => ({
          statement: name,
          ...Object.fromEntries(scores.map((score) => [`score${score}`, counts[score - 1]])),
          n: known,
        })),
      },
    },
    tooFew(n) ?? statementBarsPlot(result),
    options,
  );
}
