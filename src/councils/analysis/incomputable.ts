import { statements } from "../framework.js";
import { fewestDraws } from "../../statistics/bootstrap.js";
import type { Bootstrap } from "../../statistics/bootstrap.js";

/** A quantity of a result that is `null`, and why: too few councils, no second word, no scores. */
export interface Incomputable {
  /** Its key in the result. */
  readonly quantity: string;
  readonly reason: string;
}

/** The reason where councils are compared on all their scores and there are not two. */
export function fewerThanTwo(n: number): string {
  return `fewer than two councils with ${statements.length} scores: ${n}`;
}

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
