import { logGamma } from "./logGamma.js";

/**
 * The exact test that three neighbouring cells are log-linear, against an excess in the middle.
 * Given how many values they hold and where their mean lies (n = a + b + c and T = b + 2c), the
 * middle count b has probability proportional to 1 / (a! b! c!); the result is the probability of
 * the observed b or more. Throws a RangeError for counts that are not whole numbers from 0.
 */
export function threeCell(below: number, at: number, above: number): number {
  if (![below, at, above].every((count) => Number.isInteger(count) && count >= 0))
    throw new RangeError(`expected whole numbers from 0: ${below}, ${at}, ${above}`);
  // Two from the middle, one to each side, keeps both n and T.
  const logWeight = (moved: number) =>
    -logGamma(below - moved + 1) - logGamma(at + 2 * moved + 1) - logGamma(above - moved + 1);
  // The observed table may be so unlikely that a weight relative to it is beyond any number.
  const from = -Math.floor(at / 2);
  const to = Math.min(below, above);
  const logWeights = Array.from({ length: to - from + 1 }, (_, i) => logWeight(from + i));
  const most = logWeights.reduce((a, b) => Math.max(a, b));
  const weights = logWeights.map((log) => Math.exp(log - most));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return sum(weights.slice(-from)) / sum(weights);
}
