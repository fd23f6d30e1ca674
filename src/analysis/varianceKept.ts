import type { Dataset } from "../data/dataset.js";
import { statements, themes } from "../framework.js";
import type { Incomputable } from "./incomputable.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";
import { sumsOfSquares, toScoredUnits } from "./variance.js";

/** What each way of summing up keeps, as a share, 0 to 1, of what is left without statement means. */
export interface Kept {
  /** One word for nine scores. */
  readonly word: number | null;
  /** One uncut sum of nine scores. */
  readonly sum: number | null;
  /** Four words, one a theme. */
  readonly themeWords: number | null;
  /** Four uncut means, one a theme. */
  readonly themeMeans: number | null;
}

export interface VarianceKept extends Pick<Selection, "set" | "n" | "leftOut">, Kept {
  readonly incomputable: readonly Incomputable[];
}

/** Statements of each theme, by place from 0. */
export const themeGroups: readonly (readonly number[])[] = themes.map(({ id }) =>
  statements.flatMap(({ theme }, place) => (theme === id ? [place] : [])),
);

/**
 * The sums of squares that groups of statements keep once each statement's mean is taken off, in
 * points squared: with an uncut mean a group, and with that mean rounded to a word, halves up.
 *
 * `scores` holds a row of numbers a council; `groups` the places of the statements in each group.
 */
export function keptByGroups(
  scores: readonly (readonly number[])[],
  groups: readonly (readonly number[])[],
): { readonly means: number; readonly words: number } {
  let means = 0;
  let words = 0;
  for (const group of groups) {
    const groupMeans = scores.map((row) => group.reduce((t, j) => t + row[j], 0) / group.length);
    const centre = groupMeans.reduce((t, m) => t + m, 0) / scores.length;
    const byWord = new Map<number, { n: number; total: number }>();
    for (const groupMean of groupMeans) {
      const deviation = groupMean - centre;
      means += group.length * deviation ** 2;
      // Math.round takes halves up, as the rule does.
      const word = Math.round(groupMean);
      const { n, total } = byWord.get(word) ?? { n: 0, total: 0 };
      byWord.set(word, { n: n + 1, total: total + deviation });
    }
    for (const { n, total } of byWord.values()) words += (group.length * total ** 2) / n;
  }
  return { means, words };
}

/**
 * How much of the difference between councils on the same statement survives in one word, in the
 * sum, in four theme words and in four theme means. Print the word beside the sum: even the uncut
 * sum keeps only part of it.
 */
export function varianceKept(dataset: Dataset, options: AnalysisOptions = {}): VarianceKept {
  const { set, assessments, n, leftOut } = select(dataset, "scores", options);
  const nothing = { word: null, sum: null, themeWords: null, themeMeans: null };
  const without = (reason: string): VarianceKept => {
    const incomputable = Object.keys(nothing).map((quantity) => ({ quantity, reason }));
    return { set, n, leftOut, ...nothing, incomputable };
  };
  if (n < 2) return without(`fewer than two councils with ${statements.length} scores: ${n}`);
  const units = toScoredUnits(assessments);
  const scores = units.map((unit) => unit.scores);
  const parts = sumsOfSquares(units);
  const identical = scores.every((row) => row.every((score, j) => score === scores[0][j]));
  if (identical) return without("every council has the same nine scores");
  const centred = parts.rating + parts.sumWithinRating + parts.residual;
  const themed = keptByGroups(scores, themeGroups);
  const oneWord = parts.words < 2;
  return {
    set,
    n,
    leftOut,
    word: oneWord ? null : parts.rating / centred,
    sum: (parts.rating + parts.sumWithinRating) / centred,
    themeWords: themed.words / centred,
    themeMeans: themed.means / centred,
    incomputable: oneWord ? [{ quantity: "word", reason: "every council has the same word" }] : [],
  };
}
