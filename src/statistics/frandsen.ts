import { binomialUpperTail } from "./binomial.js";

/**
 * Frandsen's test that counts heap at a threshold of a discrete variable: how likely the cell at
 * the threshold holds `at` or more of the values in it and its two neighbours. Where the
 * distribution is smooth with curvature at most k, the share of the middle cell is at most
 * (1 + k) / (3 + k), so p = P(Bin(n, (1 + k) / (3 + k)) >= at), n = below + at + above. It is
 * one-sided and a bound: the larger k, the more curvature is forgiven. With nothing in the three
 * cells p is 1. Throws a RangeError for counts that are not whole numbers from 0 or a k below 0.
 *
 * Source: Frandsen, Advances in Econometrics 38 (2017).
 */
export function frandsen(below: number, at: number, above: number, k: number): number {
  if (![below, at, above].every((count) => Number.isInteger(count) && count >= 0))
    throw new RangeError(`expected whole numbers from 0: ${below}, ${at}, ${above}`);
  if (!(k >= 0 && Number.isFinite(k))) throw new RangeError(`k: expected a number from 0: ${k}`);
  return binomialUpperTail(at, below + at + above, (1 + k) / (3 + k));
}
