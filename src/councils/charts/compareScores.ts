import type { Figure, Table } from "../../engine/report/block.js";
import { list } from "../../engine/report/format.js";
import type { CouncilProfile } from "../analysis/councilProfile.js";
import { asNumber, scoreWords } from "../data/disputedScores.js";
import { levelsInWords } from "../findings/levelsInWords.js";
import type { ChartOptions } from "./chartOptions.js";
import { plotted } from "./plotted.js";
import { compareScoresPlot, type ComparedScore } from "./plots/compareScoresPlot.js";

/** Scores of two to five councils side by side, in the order in which they were asked for. */
export function compareScores(
  profiles: readonly CouncilProfile[],
  options: ChartOptions,
): Figure | Table {
  const [{ scheme }] = profiles;
  const cells = profiles.flatMap(({ council, standing, assessment }) =>
    scheme.parts.map((part, i): ComparedScore => {
      const isShown = assessment !== null && standing !== "lowConfidence";
      const score = isShown ? assessment.scores[i] : null;
      const words = isShown ? scoreWords(assessment, part, i) : null;
      return {
        council: council.name,
        part: part.id,
        level: score === null ? null : score - 1,
        words: words ?? "–",
      };
    }),
  );
  const names = profiles.map(({ council }) => council.name);
  const known = new Set(cells.filter(({ level }) => level !== null).map(({ council }) => council));
  return plotted(
    {
      id: options.id ?? "compare-scores",
      title: `Scores on ${scheme.parts.length} statements, side by side`,
      subtitle: `CQC's score on each statement. ${levelsInWords(scheme)}`,
      alt: `A grid with a column for each of ${list(names)} and a row for each statement. The table of the data has the scores.`,
      caption: `Columns stand in the order in which councils were chosen. A dash: not known, or not confirmed.`,
      source: options.source,
      n: known.size,
      unit: "council",
      data: {
        columns: [
          { key: "statement", label: "Statement" },
          ...names.map((name, i) => ({ key: `council-${i + 1}`, label: name })),
        ],
        rows: scheme.parts.map(({ id, name }) => ({
          statement: name,
          ...Object.fromEntries(
            names.map((council, i) => {
              const cell = cells.find((one) => one.council === council && one.part === id)!;
              return [`council-${i + 1}`, cell.level === null ? null : asNumber(cell.words)];
            }),
          ),
        })),
      },
    },
    known.size === 0
      ? "No score of these councils may be shown."
      : compareScoresPlot(scheme, names, cells),
    options,
  );
}
