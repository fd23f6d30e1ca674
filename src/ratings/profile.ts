import type { RatedBody } from "./ratedBody.js";
import type { Scheme, Score } from "./scheme.js";

/** What an analysis needs of a rated body: its grades, and the place of its word from 0. */
export type Profile = Pick<RatedBody, "id" | "grades" | "rank">;

/** A profile of which every grade is known and, where the scheme has a word, the word. */
export interface CompleteProfile extends Profile {
  readonly grades: readonly Score[];
}

/**
 * The profiles that an analysis of all grades and the word can use. Their grades are copied: what
 * draws from them reads an array several times as fast while none that it has met is frozen.
 */
export function completeOnly(scheme: Scheme, profiles: readonly Profile[]): CompleteProfile[] {
  const isWordless = scheme.whole.rule === "none";
  return profiles.flatMap(({ id, grades, rank }) =>
    (isWordless || rank !== null) && grades.every((grade) => grade !== null)
      ? [{ id, grades: [...grades], rank }]
      : [],
  );
}
