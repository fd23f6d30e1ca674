import { fewestDraws } from "../statistics/bootstrap.js";
import type { Bootstrap } from "../statistics/bootstrap.js";
import { allGrades, bodies, gradesName } from "./schemeWords.js";
import type { Scheme } from "./scheme.js";

/** A quantity of a result that is `null`, and why: too few bodies, no second word, no rule. */
export interface Incomputable {
  /** Its key in the result. */
  readonly quantity: string;
  readonly reason: string;
}

/** The reason where bodies are compared on all their grades and there are not two. */
export function fewerThanTwo(scheme: Scheme, n: number): string {
  return `fewer than two ${bodies(scheme)} with ${scheme.parts.length} ${gradesName(scheme)}: ${n}`;
}

/** The reason where an analysis of all grades has no body. */
export function noneKnown(scheme: Scheme): string {
  return `no ${scheme.body} has ${allGrades(scheme, "known")}`;
}

/** The reason where a quantity rests on a word and the scheme gives none. */
export const withoutWord = "the scheme has no overall rating";

/** The reason where a quantity rests on themes and the scheme has none, or not for every part. */
export const withoutThemes = "not every part has a theme";

/** The reason where a quantity rests on the total and the scheme's word is no matter of totals. */
export const withoutSum = "under this scheme no total decides the word";

/**
 * The reason where a bootstrap gave no interval: it was asked for too few draws or else, as
 * `otherwise` says, too many of them gave no number.
 */
export function noInterval(
  { replicates, level }: Pick<Bootstrap, "replicates" | "level">,
  otherwise: string,
): string {
  const fewest = fewestDraws(level);
  return replicates < fewest
    ? `an interval takes at least ${fewest} draws: ${replicates}`
    : otherwise;
}
