import { kendall } from "../../statistics/kendall.js";
import type { Alternative } from "../../statistics/kendall.js";
import type { SimulationOptions } from "../../statistics/bootstrap.js";
import { tauInterval } from "../../statistics/tauInterval.js";
import { noInterval } from "../../ratings/incomputable.js";
import type { Incomputable } from "../../ratings/incomputable.js";

/** Kendall's tau-b of a quantity with the sum of nine scores. */
export interface Correlation {
  /** Councils with both. */
  readonly n: number;
  /** -1 to 1; null, with everything below, where one of the two does not vary. */
  readonly tauB: number | null;
  /** 95%, drawing councils with replacement. */
  readonly interval: readonly [number, number] | null;
  readonly intervalMethod: "percentile bootstrap";
  readonly alternative: Alternative;
  /** By the normal approximation, corrected for ties. */
  readonly asymptoticP: number | null;
  readonly permutationP: number | null;
  /** Of the permutation and of the interval. */
  readonly replicates: number | null;
  readonly seed: number | null;
  /** Why there is no estimate; null where there is one. */
  readonly reason: string | null;
}

/** Of the intervals. */
const level = 0.95;

/** Tau-b of x with y, its interval and the test that they are unrelated. */
export function correlation(
  x: readonly number[],
  y: readonly number[],
  options: SimulationOptions & { readonly alternative?: Alternative } = {},
): Correlation {
  const { alternative = "two-sided", replicates, seed } = options;
  const intervalMethod = "percentile bootstrap";
  const test = kendall(x, y, options);
  if (test === null)
    return {
      n: x.length,
      tauB: null,
      interval: null,
      intervalMethod,
      alternative,
      asymptoticP: null,
      permutationP: null,
      replicates: null,
      seed: null,
      reason: x.length < 2 ? "fewer than two councils" : "one of the two does not vary",
    };
  return {
    n: test.n,
    tauB: test.tauB,
    interval: tauInterval(x, y, { replicates, seed, level }).interval,
    intervalMethod,
    alternative,
    asymptoticP: test.asymptoticP,
    permutationP: test.permutation.p,
    replicates: test.permutation.replicates,
    seed: test.permutation.seed,
    reason: null,
  };
}

/** What a correlation lacks, and why: all of it, called `quantity`, or its interval. */
export function lacking(
  quantity: string,
  { reason, interval, replicates }: Correlation,
  intervalKey = `${quantity}.interval`,
): Incomputable[] {
  if (reason !== null) return [{ quantity, reason }];
  if (interval !== null) return [];
  const why = noInterval(
    { replicates: replicates!, level },
    "in too many draws one of the two does not vary",
  );
  return [{ quantity: intervalKey, reason: why }];
}
