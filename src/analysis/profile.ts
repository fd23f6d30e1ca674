import type { Assessment, Dataset } from "../data/dataset.js";
import { ratings, statements } from "../framework.js";
import type { Rating } from "../framework.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";

/** Councils scoring 1, 2, 3 and 4, in that order. */
export type ScoreCounts = readonly [number, number, number, number];

export interface StatementProfile {
  /** `qs1` to `qs9`. */
  readonly id: string;
  readonly name: string;
  readonly counts: ScoreCounts;
  /** Councils with a known score on this statement. */
  readonly n: number;
  /** By published word; councils whose word is not known are in `counts` only. */
  readonly byRating: Readonly<Record<Rating, ScoreCounts>>;
  /** The mean score, 1 to 4; null where no score is known. */
  readonly mean: number | null;
}

export interface Profile extends Pick<Selection, "set" | "n" | "leftOut"> {
  /** QS1 to QS9. */
  readonly statements: readonly StatementProfile[];
}

export function countScores(assessments: readonly Assessment[], statement: number): ScoreCounts {
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  for (const { scores } of assessments) {
    const score = scores[statement];
    if (score) counts[score - 1]++;
  }
  return counts;
}

/**
 * How councils score on each statement, in all and by published word. A council with only some
 * scores known counts on those statements, so each statement has its own n.
 */
export function profile(dataset: Dataset, options: AnalysisOptions = {}): Profile {
  const { set, assessments, n, leftOut } = select(dataset, "anyScore", options);
  return {
    set,
    n,
    leftOut,
    statements: statements.map(({ id, name }, statement) => {
      const counts = countScores(assessments, statement);
      const known = counts.reduce((total, count) => total + count, 0);
      const points = counts.reduce((total, count, i) => total + count * (i + 1), 0);
      const byRating = Object.fromEntries(
        ratings.map((rating) => {
          const carrying = assessments.filter((a) => a.rating === rating);
          return [rating, countScores(carrying, statement)];
        }),
      ) as Record<Rating, ScoreCounts>;
      return { id, name, counts, n: known, byRating, mean: known ? points / known : null };
    }),
  };
}
