import { statements } from "../framework.js";

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
