/** A quantity of a result that is `null`, and why: too few councils, no second word, no scores. */
export interface Incomputable {
  /** Its key in the result. */
  readonly quantity: string;
  readonly reason: string;
}
