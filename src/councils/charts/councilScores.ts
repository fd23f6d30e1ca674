import type { CouncilProfile } from "../analysis/councilProfile.js";
import { scoreMeanings, statements } from "../framework.js";
import { toFigure } from "../../engine/report/block.js";
import type { Figure } from "../../engine/report/block.js";
import { count, list } from "../../engine/report/format.js";
import { documentOf } from "./chartOptions.js";
import type { ChartOptions } from "./chartOptions.js";
import { drawCouncilScores, levels } from "./drawCouncilScores.js";
import { newsWords, nothingMessage, noInterval, nothingTitle, sourceWords } from "./setWords.js";
import { drawNothing } from "./svg.js";

function titleOf({ council, standing, known, below, at, above }: CouncilProfile): string {
  const of = known === statements.length ? "" : ` of ${known} known`;
  const scores = `${below}${of} ${(of === "" ? below : known) === 1 ? "score" : "scores"} below 3, ${at} at 3 and ${above} above`;
  if (standing === "indicative") return `The pilot gave ${council.name} ${scores}`;
  return standing === "lowConfidence"
    ? `One source, with low confidence, gives ${council.name} ${scores}`
    : `${council.name} has ${scores}`;
}

/**
 * One council's score on each statement, by theme, beside how many other councils score 1, 2, 3
 * and 4: of the set, its region and its type. Counts, no ranks.
 */
export function councilScores(profile: CouncilProfile, options: ChartOptions): Figure {
  const { council, set, leftOut, scores, known, groups, standing } = profile;
  const document = documentOf(options);
  const shown = statements.flatMap(({ short }, i) =>
    scores[i] === null ? [] : [`${short} ${scores[i]}`],
  );
  const [{ n: others }] = groups;
  return toFigure({
    unit: "assessment",
    id: options.id ?? "council-scores",
    title: known === 0 ? nothingTitle : titleOf(profile),
    subtitle: `Its scores (the good standard is 3) and other councils'. ${
      set === "complete" ? "Complete set of reports" : "All reports known, not a complete set"
    }: ${count(others, "other council")}`,
    alt:
      known === 0
        ? `A chart of scores without any score of ${council.name}.`
        : `Scores of ${council.name}: ${list(shown)}. Beside each, counts of other councils by score; the table of the data gives how many score lower, the same and higher.`,
    caption:
      "Beside its score are numbers of other councils by their score: in the frame those that score " +
      "the same, to its left lower, to its right higher. An empty place is no council. " +
      `${standing === "indicative" ? "Its scores are a pilot's and the others' are formal, so they are not like for like. " : ""}` +
      `CQC's labels are ${list(levels.map((level) => `${level} ${scoreMeanings[level - 1]}`))}. ` +
      `${noInterval}${newsWords(set)}`,
    source: sourceWords(options.source, leftOut),
    n: known === 0 ? 0 : others + 1,
    data: {
      columns: [
        { key: "statement", label: "Quality statement" },
        { key: "score", label: "Its score" },
        ...groups.flatMap(({ id, n, ...group }) =>
          ["lower", "same", "higher"].map((side) => ({
            key: `${id}-${side}`,
            label: `${id === "set" ? "All in the set" : group.name}, ${count(n, "other")}: ${side === "same" ? "the same" : side}`,
          })),
        ),
        ...levels.map((level) => ({
          key: `score-${level}`,
          label: `All in the set, scoring ${level}`,
        })),
      ],
      rows: statements.map(({ name }, i) => ({
        statement: name,
        score: scores[i],
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
          levels.map((level) => [`score-${level}`, groups[0].comparisons[i].counts[level - 1]]),
        ),
      })),
    },
    svg: known === 0 ? drawNothing(nothingMessage, document) : drawCouncilScores(profile, document),
  });
}
