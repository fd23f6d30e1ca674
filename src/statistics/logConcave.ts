import { maximiseLogLinear } from "./logLinear.js";
import { random } from "./random.js";
import { defaultReplicates, defaultSeed } from "./bootstrap.js";
import type { SimulationOptions } from "./bootstrap.js";

/** How much a piecewise linear φ bends at i: below 0 where it is concave there. */
function bend(phi: readonly number[], i: number): number {
  return phi[i + 1] - 2 * phi[i] + phi[i - 1];
}

/** For each cell, the weights of the knots between which φ is interpolated. */
function interpolation(knots: readonly number[], cells: number): number[][] {
  return Array.from({ length: cells }, (_, i) =>
    knots.map((knot, k) => {
      if (i === knot) return 1;
      if (i < knot && k > 0 && i > knots[k - 1]) return (i - knots[k - 1]) / (knot - knots[k - 1]);
      if (i > knot && k < knots.length - 1 && i < knots[k + 1])
        return (knots[k + 1] - i) / (knots[k + 1] - knot);
      return 0;
    }),
  );
}

/** The maximum of the likelihood over φ linear between the knots, concave or not. */
function fitBetween(knots: readonly number[], w: readonly number[], phi: readonly number[]) {
  const x = interpolation(knots, w.length);
  const theta = maximiseLogLinear(
    w,
    x,
    knots.map((knot) => phi[knot]),
  );
  if (!theta) throw new Error(`the log-concave fit has no maximum: ${w.join()}`);
  return x.map((row) => row.reduce((sum, value, k) => sum + value * theta[k], 0));
}

/**
 * The log-concave distribution on neighbouring cells under which the counts are likeliest: one
 * hump, no heap. Cells outside the first and the last that hold anything get probability 0. Found
 * by an active set of knots of the piecewise linear logarithm. Throws a RangeError without counts.
 *
 * Source: Balabdaoui, Jankowski, Rufibach and Pavlides, Journal of the Royal Statistical Society B
 * 75 (2013), for the estimator; Dümbgen and Rufibach, Journal of Statistical Software 39 (2011),
 * for the active set.
 */
export function logConcaveFit(counts: readonly number[]): number[] {
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (!(n > 0)) throw new RangeError(`expected at least one value: ${n}`);
  const first = counts.findIndex((count) => count > 0);
  const last = counts.findLastIndex((count) => count > 0);
  const w = counts.slice(first, last + 1).map((count) => count / n);
  let knots = w.length === 1 ? [0] : [0, w.length - 1];
  let phi = fitBetween(knots, w, Array<number>(w.length).fill(-Math.log(w.length)));
  for (;;) {
    // The slope of the likelihood when φ starts to bend at j: Σ (w_i - p_i) (i - j) over i < j.
    let best: number | null = null;
    let most = 0;
    for (let j = 1, gain = 0, surplus = 0; j < w.length - 1; j++) {
      surplus += w[j - 1] - Math.exp(phi[j - 1]);
      gain -= surplus;
      if (gain > most && !knots.includes(j)) [best, most] = [j, gain];
    }
    if (best === null || most < 1e-11) break;
    knots = [...knots, best].sort((a, b) => a - b);
    for (;;) {
      const next = fitBetween(knots, w, phi);
      const inner = knots.slice(1, -1);
      const convex = inner.filter((j) => bend(next, j) > 1e-12);
      if (convex.length === 0) {
        phi = next;
        break;
      }
      // Go as far as φ stays concave, and drop the knot that straightens first.
      const share = (j: number) => {
        const [before, after] = [Math.min(0, bend(phi, j)), bend(next, j)];
        return before / (before - after);
      };
      const straight = convex.reduce((a, b) => (share(b) < share(a) ? b : a));
      const size = share(straight);
      phi = phi.map((value, i) => value + size * (next[i] - value));
      knots = knots.filter((knot) => knot !== straight);
    }
  }
  return counts.map((_, i) => (i < first || i > last ? 0 : Math.exp(phi[i - first])));
}

export interface LogConcaveTest {
  readonly n: number;
  /** What the log-concave fit expects in the cell below the threshold and in the one at it. */
  readonly expectedBelow: number;
  readonly expectedAt: number;
  /** The excess at the threshold less the excess below it. */
  readonly statistic: number;
  /** One-sided: how often a draw from the fit, fitted again, gives as much. */
  readonly p: number;
  readonly replicates: number;
  readonly seed: number;
}

/**
 * Tests the hypothesis of one hump against a move of values from the cell below a threshold to the
 * cell at it, `counts[at]`: (observed - expected) at the threshold less the same below it, with a
 * seeded parametric bootstrap that fits each draw anew. Throws a RangeError without counts or a
 * threshold that has no cell below it.
 */
export function logConcaveTest(
  counts: readonly number[],
  at: number,
  { replicates = defaultReplicates, seed = defaultSeed }: SimulationOptions = {},
): LogConcaveTest {
  if (!(Number.isInteger(at) && at >= 1 && at < counts.length))
    throw new RangeError(`threshold: expected a cell from 1 to ${counts.length - 1}: ${at}`);
  const n = counts.reduce((sum, count) => sum + count, 0);
  const excess = (observed: readonly number[], fit: readonly number[]) =>
    observed[at] - n * fit[at] - (observed[at - 1] - n * fit[at - 1]);
  const fit = logConcaveFit(counts);
  const statistic = excess(counts, fit);
  let sum = 0;
  const cumulative = fit.map((p) => (sum += p));
  const stream = random(seed);
  let atLeast = 1;
  for (let draw = 0; draw < replicates; draw++) {
    const drawn = counts.map(() => 0);
    for (let i = 0; i < n; i++) {
      const u = stream.next() * sum;
      drawn[cumulative.findIndex((c) => u < c)]++;
    }
    if (excess(drawn, logConcaveFit(drawn)) >= statistic - 1e-9) atLeast++;
  }
  return {
    n,
    expectedBelow: n * fit[at - 1],
    expectedAt: n * fit[at],
    statistic,
    p: atLeast / (replicates + 1),
    replicates,
    seed,
  };
}
