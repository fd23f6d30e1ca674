import { drawnSum, twoSidedP } from "./drawnSum.js";
import { newcombe } from "./newcombe.js";
import { doubledMidranks, tieSizes } from "./ranks.js";
import { normalUpperTail } from "./upperTails.js";

export interface RankSumTest {
  /** How many values of X and of Y. */
  readonly nX: number;
  readonly nY: number;
  /** The probability that X exceeds Y, a tie counting half. */
  readonly A: number;
  /** Cliff's delta, 2A - 1. */
  readonly cliffsDelta: number;
  /** For A; see {@link newcombe}. */
  readonly interval: readonly [number, number];
  readonly intervalMethod: "Newcombe (2006), method 5";
  /** Two-sided: a rank sum at least as far from its expectation. */
  readonly p: number;
  readonly pMethod: "exact permutation" | "normal approximation";
}

/** Tie-corrected and without continuity correction. Without variance there is nothing to reject. */
function normalP(doubledSum: number, m: number, n: number, ties: readonly number[]): number {
  const all = m + n;
  const tied = ties.reduce((sum, t) => sum + t * (t * t - 1), 0);
  const variance = ((m * n) / 12) * (all + 1 - tied / (all * (all - 1)));
  const distance = Math.abs(doubledSum / 2 - (m * (all + 1)) / 2);
  return variance === 0 ? 1 : 2 * normalUpperTail(distance / Math.sqrt(variance));
}

/**
 * Compares two groups: A = P(X > Y) + P(X = Y) / 2 with an interval, and the exact permutation
 * test of the midrank sum (Wilcoxon, Mann and Whitney) over all ways to deal the values out. Above
 * about 250 values the exact table grows too large and the normal approximation takes its place,
 * as `pMethod` says. Throws a RangeError for an empty group or a value that is not finite.
 */
export function rankSum(x: readonly number[], y: readonly number[], level = 0.95): RankSumTest {
  if (x.length === 0 || y.length === 0)
    throw new RangeError(`expected two groups: ${x.length} and ${y.length} values`);
  const ranks = doubledMidranks([...x, ...y]);
  const doubledSum = ranks.slice(0, x.length).reduce((sum, rank) => sum + rank, 0);
  const A = (doubledSum / 2 - (x.length * (x.length + 1)) / 2) / (x.length * y.length);
  // The sum of the smaller group says the same and takes the smaller table.
  const total = ranks.reduce((sum, rank) => sum + rank, 0);
  const [smaller, statistic] =
    x.length <= y.length ? [x.length, doubledSum] : [y.length, total - doubledSum];
  const exact = drawnSum(ranks, smaller);
  return {
    nX: x.length,
    nY: y.length,
    A,
    cliffsDelta: 2 * A - 1,
    interval: newcombe(A, x.length, y.length, level),
    intervalMethod: "Newcombe (2006), method 5",
    p: exact
      ? twoSidedP(exact, statistic, smaller * (ranks.length + 1))
      : normalP(doubledSum, x.length, y.length, tieSizes(ranks)),
    pMethod: exact ? "exact permutation" : "normal approximation",
  };
}
