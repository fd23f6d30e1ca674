import type { Assessment, Dataset } from "../data/dataset.js";
import { goodRank, ratingsOf } from "../../ratings/scheme.js";
import type { Rating, Scheme } from "../../ratings/scheme.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";

/** Councils with each score, from the lowest. */
export type ScoreCounts = readonly number[];

export interface StatementProfile {
  /** The part of the scheme. */
  readonly id: string;
  readonly name: string;
  readonly counts: ScoreCounts;
  /** Those of them with a score below a good one. */
  readonly belowGood: number;
  /** Councils with a known score on this statement. */
  readonly n: number;
  /** By published word; councils whose word is not known are in `counts` only. */
  readonly byRating: Readonly<Record<Rating, ScoreCounts>>;
  /** The mean score; null where no score is known. */
  readonly mean: number | null;
}

/** How councils score on each statement: counts of each score, mean and share below good. */
export interface Profile extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  /** In the order of the scheme. */
  readonly statements: readonly StatementProfile[];
}

/** How many assessments have each score on each statement, in the order of the scheme. */
export function countScores(
  { parts, levels }: Scheme,
  assessments: readonly Assessment[],
): ScoreCounts[] {
  const counts = parts.map(() => levels.map(() => 0));
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
  const ratings = ratingsOf(scheme);
  const all = countScores(scheme, assessments);
  const carrying = ratings.map((rating) =>
    countScores(
      scheme,
      assessments.filter((a) => a.rating === rating),
    ),
  );
  return {
    scheme,
    set,
    n,
    leftOut,
    statements: scheme.parts.map(({ id, name }, statement) => {
      const counts = all[statement];
      const known = counts.reduce((total, count) => total + count, 0);
      const points = counts.reduce((total, count, i) => total + count * (i + 1), 0);
      const byRating = Object.fromEntries(
        ratings.map((rating, i) => [rating, carrying[i][statement]]),
      ) as Record<Rating, ScoreCounts>;
      const belowGood = counts.slice(0, goodRank(scheme)).reduce((sum, count) => sum + count, 0);
      return {
        id,
        name,
        counts,
        belowGood,
        n: known,
        byRating,
        mean: known ? points / known : null,
      };
    }),
  };
}

/** Councils that score below good on a statement: in the scheme of 2023 below 3. */
export function below3({ belowGood }: StatementProfile): number {
  return belowGood;
}

/** Their share of the councils with a known score; 0 where there are none. */
export function shareBelow3(statement: StatementProfile): number {
  return statement.n === 0 ? 0 : below3(statement) / statement.n;
}

/** The statements, the one most often scored below 3 first; ties in the order of the scheme. */
export function byShareBelow3({ statements: profiles }: Profile): StatementProfile[] {
  return [...profiles].sort((a, b) => shareBelow3(b) - shareBelow3(a));
}
