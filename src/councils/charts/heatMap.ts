import type { Selection } from "../analysis/select.js";
import type { Assessment } from "../data/dataset.js";
import { goodScore, lowestScore } from "../../ratings/scheme.js";
import type { FigureSpec } from "../../engine/report/block.js";
import { count, list } from "../../engine/report/format.js";
import { nothingTitle, setWords } from "./setWords.js";

/** In SVG pixels. */
export const rowHeight = 16;
/** Councils on one panel: with headings and statement names it stays below the height of a page. */
const panelRows = 36;

/** Councils by sum, the highest first; equal sums by name. A council without a sum comes last. */
export function orderBySum(assessments: readonly Assessment[]): Assessment[] {
  return [...assessments].sort(
    (a, b) => (b.sum ?? 0) - (a.sum ?? 0) || a.council.localeCompare(b.council, "en"),
  );
}

/** Rows in panels of about the same number, each of which fits on a page. */
export function panelsOf<T>(rows: readonly T[]): T[][] {
  const panels = Math.ceil(rows.length / panelRows);
  const size = Math.ceil(rows.length / Math.max(panels, 1));
  return Array.from({ length: panels }, (_, i) => rows.slice(i * size, (i + 1) * size));
}

/** A council's name, with a star where the data hold a note on its assessment. */
export function starredName({ council, note }: Pick<Assessment, "council" | "note">): string {
  return note === null ? council : `${council} *`;
}

/** All of a heat map's figure but the picture: the same words and rows however it is drawn. */
export function heatMapWords({
  scheme,
  set,
  n,
  assessments,
}: Selection): Omit<FigureSpec, "id" | "source" | "svg"> {
  const { parts, levels } = scheme;
  const good = goodScore(scheme);
  const isBelow = (score: number | null) => score !== null && score < good;
  const isGood = (score: number | null) => score !== null && score >= good;
  const mixed = assessments.filter((a) => a.scores.some(isBelow) && a.scores.some(isGood)).length;
  const ones = assessments.filter((a) => a.scores.includes(lowestScore)).length;
  const fours = assessments.filter((a) => a.scores.includes(levels.length)).length;
  const starred = assessments.some(({ note }) => note !== null)
    ? " A star marks a council with a note in the data, such as sources that disagree."
    : "";
  const meanings = levels.map(({ name, meaning }, i) => `${i + 1} is ${meaning ?? name}`);
  return {
    title:
      n === 0
        ? nothingTitle
        : `${mixed} of ${count(n, "council")} ${mixed === 1 || n === 1 ? "has" : "have"} a mix behind one word: some scores of 1 or 2, some of 3 or 4`,
    subtitle: `Score of each council on each of nine statements, 1 to 4 points. ${setWords(set, n)}`,
    alt:
      n === 0
        ? "Grid of scores without any council."
        : `Grid of the scores of ${count(n, "council")} on nine statements. ${mixed} of them ` +
          `${mixed === 1 ? "has" : "have"} some scores of 1 or 2 and some of 3 or 4. ` +
          `${ones} ${ones === 1 ? "has" : "have"} a score of 1 and ${fours} a score of 4.`,
    caption:
      `Each row is a council and each cell its score, darker where higher: ${list(meanings)}. Rows ` +
      "follow the sum, which decides the word, then the alphabet. The order is no ranking: many " +
      "councils share a sum with different scores. These are published scores, so there is no " +
      `interval.${starred}`,
    n,
    data: {
      columns: [
        { key: "council", label: "Council" },
        ...parts.map(({ id, name }) => ({ key: id, label: `${name} (score)` })),
        { key: "sum", label: "Sum (points)" },
        { key: "rating", label: "Rating that the sum carries" },
        { key: "note", label: "Note in the data" },
      ],
      rows: orderBySum(assessments).map(({ council, scores, sum, impliedRating, note }) => ({
        council,
        ...Object.fromEntries(parts.map(({ id }, i) => [id, scores[i] ?? null])),
        sum,
        rating: impliedRating,
        note,
      })),
    },
  };
}
