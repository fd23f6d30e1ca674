import type { Figure, Table } from "../../engine/report/block.js";
import { count, list } from "../../engine/report/format.js";
import type { CouncilProfile } from "../analysis/councilProfile.js";
import { scoreWords } from "../data/disputedScores.js";
import { councilBelowGood } from "../findings/councilBelowGood.js";
import { fewestScores } from "../findings/wording.js";
import type { ChartOptions } from "./chartOptions.js";
import { plotted } from "./plotted.js";
import { councilScoresPlot } from "./plots/councilScoresPlot.js";
import { newsWords, sourceWords } from "./setWords.js";

/** One council's score on each statement, over how many other councils have each score. */
export function councilScores(profile: CouncilProfile, options: ChartOptions): Figure | Table {
  const { council, scheme, set, leftOut, scores, known, groups, standing, assessment } = profile;
  const words = scheme.parts.map((part, i) =>
    assessment === null || scores[i] === null ? null : scoreWords(assessment, part, i),
  );
  const isDisputed = words.some((one, i) => one !== null && one !== String(scores[i]));
  const disputed = isDisputed ? "Two dots on a row: sources disagree. " : "";
  const shown = scheme.parts.flatMap(({ short }, i) =>
    words[i] === null ? [] : [`${short} ${words[i]}`],
  );
  const levels = scheme.levels.map((_, i) => i + 1);
  const [{ n: others }] = groups;
  const isFew = known < fewestScores;
  const pilot = "Its scores are a pilot's and the others' are formal: they are not like for like. ";
  return plotted(
    {
      id: options.id ?? "council-scores",
      title: councilBelowGood(profile).headline,
      subtitle: `Its scores, and how many other councils have each score. ${
        set === "complete" ? "Complete set" : "All reports known, not a complete set"
      }, ${count(others, "other council")}`,
      alt: `Scores of ${council.name}: ${list(shown) || "none known"}. Bars beside them count other councils by score; the table of the data has the numbers.`,
      caption: `A dot is its score. Bars and numbers are other councils with each score, in colour those with the same. ${disputed}${standing === "indicative" ? pilot : ""}${set === "complete" ? "Reports later than the complete set are not counted." : ""}${newsWords(set)}`,
      source: sourceWords(options.source, leftOut),
      n: known === 0 ? 0 : others + 1,
      unit: "assessment",
      data: {
        columns: [
          { key: "statement", label: "Quality statement" },
          { key: "score", label: "Its score" },
          ...groups.flatMap(({ id, n, ...group }) =>
            ["lower", "same", "higher"].map((side) => ({
              key: `${id}-${side}`,
              isOnlyInCsv: isFew,
              label: `${id === "set" ? "All in the set" : group.name}, ${count(n, "other")}: ${side === "same" ? "the same" : side}`,
            })),
          ),
          ...levels.map((level) => ({
            key: `score-${level}`,
            label: `Others scoring ${level}`,
          })),
        ],
        // A table of a few scores has no row for those that are not known.
        rows: scheme.parts.flatMap(({ name }, i) =>
          isFew && scores[i] === null
            ? []
            : [
                {
                  statement: name,
                  score: isDisputed && words[i] !== String(scores[i]) ? words[i] : scores[i],
                  ...Object.fromEntries(
                    groups.flatMap(({ id, comparisons }) => {
                      const { against } = comparisons[i];
                      return [
                        [`${id}-lower`, against?.lower ?? null],
                        [`${id}-same`, against?.same ?? null],
                        [`${id}-higher`, against?.higher ?? null],
                      ];
                    }),
                  ),
                  ...Object.fromEntries(
                    levels.map((level) => [
                      `score-${level}`,
                      groups[0].comparisons[i].counts[level - 1],
                    ]),
                  ),
                },
              ],
        ),
      },
    },
    isFew ? "So few scores are set out and not drawn." : councilScoresPlot(profile),
    options,
  );
}
