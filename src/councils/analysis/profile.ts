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

export interface Profile extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  /** QS1 to QS9. */
  readonly statements: readonly StatementProfile[];
}

/** How many assessments have each score on each statement, QS1 to QS9. */
export function countScores(assessments: readonly Assessment[]): ScoreCounts[] {
  const counts = statements.map((): [number, number, number, number] => [0, 0, 0, 0]);
  for (const { scores } of assessments)
    for (let statement = 0; statement < counts.length; statement++) {
      const score = scores[statement];
      if (score) counts[statement][score - 1]++;
    }
  return counts;
}

/**
 * How councils score on each statement, in all and by published word. A council with only some
 * scores known counts on those statements, so each statement has its own n.
 */
export function profile(dataset: Dataset, options: AnalysisOptions = {}): Profile {
  const { scheme, set, assessments, n, leftOut } = select(dataset, "anyScore", options);
  const all = countScores(assessments);
  const carrying = ratings.map((rating) =>
    countScores(assessments.filter((a) => a.rating === rating)),
  );
  return {
    scheme,
    set,
    n,
    leftOut,
    statements: statements.map(({ id, name }, statement) => {
      const counts = all[statement];
      const known = counts.reduce((total, count) => total + count, 0);
      const points = counts.reduce((total, count, i) => total + count * (i + 1), 0);
      const byRating = Object.fromEntries(
        ratings.map((rating, i) => [rating, carrying[i][statement]]),
      ) as Record<Rating, ScoreCounts>;
      return { id, name, counts, n: known, byRating, mean: known ? points / known : null };
    }),
  };
}

/** Councils that score 1 or 2 on a statement: below a good standard. */
export function below3({ counts }: StatementProfile): number {
  return counts[0] + counts[1];
}

/** Their share of the councils with a known score; 0 where there are none. */
export function shareBelow3(statement: StatementProfile): number {
  return statement.n === 0 ? 0 : below3(statement) / statement.n;
}

/** The statements, the one most often scored below 3 first; ties in the order of the scheme. */
export function byShareBelow3({ statements: profiles }: Profile): StatementProfile[] {
  return [...profiles].sort((a, b) => shareBelow3(b) - shareBelow3(a));
}
