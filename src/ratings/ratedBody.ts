import type { Rating, Score } from "./scheme.js";

/** One body assessed once under a scheme, whatever the scheme and the body. */
export interface RatedBody {
  /** The code of the body. */
  readonly id: string;
  readonly name: string;
  /** `YYYY-MM-DD`, or `YYYY-MM` where only the month is known. */
  readonly published: string | null;
  /** The grade of each part of the scheme, in its order: a level's place, from 1. */
  readonly grades: readonly (Score | null)[];
  /** The published word; null where it is not known, or the scheme gives none. */
  readonly word: Rating | null;
  /** The place, from 0, of the published word, else of the one that the rule gives; else null. */
  readonly rank: number | null;
}
