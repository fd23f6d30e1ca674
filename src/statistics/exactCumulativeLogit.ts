import { fitCumulativeLogit } from "./cumulativeLogit.js";
import type { CumulativeLogit } from "./cumulativeLogit.js";
import { estimated, notEstimable } from "./estimated.js";
import type { Estimated } from "./estimated.js";
import { likeRows } from "./likeRows.js";
import { minimise } from "./minimise.js";

/** Points of a unit's effect over its deviation: beyond them lies less than 1e-15 of any unit. */
const grid = Array.from({ length: 321 }, (_, k) => (k - 160) / 20);
const logWeights = grid.map((z) => Math.log(0.05 / Math.sqrt(2 * Math.PI)) - (z * z) / 2);

/** Of an item and a category at each point: the log of its chance, and that log's derivatives. */
interface Cell {
  readonly log: Float64Array;
  readonly byLow: Float64Array;
  readonly byHigh: Float64Array;
  readonly byEffect: Float64Array;
}

/** `low` and `high` are the thresholds below and above the category. */
function cellOf(item: number, low: number, high: number, sigma: number): Cell {
  const make = () => new Float64Array(grid.length);
  const cell = { log: make(), byLow: make(), byHigh: make(), byEffect: make() };
  const [above, beyond] = [Math.exp(item - low), Math.exp(item - high)];
  for (const [k, z] of grid.entries()) {
    // Beyond these limits every chance is 0 or 1 to rounding.
    const odds = Math.exp(Math.max(-500, Math.min(500, sigma * z)));
    const [below, upTo] = [1 / (1 + above * odds), 1 / (1 + beyond * odds)];
    // upTo - below, without the loss of digits where both are near 1.
    const between = below === 0 ? upTo : upTo * below * (above - beyond) * odds;
    cell.log[k] = Math.log(between);
    cell.byLow[k] = (below * (1 - below)) / -between;
    cell.byHigh[k] = (upTo * (1 - upTo)) / between;
    cell.byEffect[k] = upTo + below - 1;
  }
  return cell;
}

/** What a fit by nodes gives, and one by the exact integral. */
export type CumulativeFit = Pick<CumulativeLogit, "logLik" | "sigma" | "thresholds" | "items">;

/** Minus the exact log-likelihood about a fit, and its gradient, at [...thresholds, ...items, sigma]. */
function about(rows: readonly (readonly number[])[], fit: CumulativeFit) {
  const seen = [...new Set(rows.flat())].sort((a, b) => a - b);
  const { patterns, times } = likeRows(rows.map((row) => row.map((score) => seen.indexOf(score))));
  const known = fit.thresholds.filter((threshold) => threshold !== null);
  const top = known.length;

  /** Later thresholds are sought as the logarithm of the step up, which keeps them in order. */
  const toThresholds = (point: readonly number[]): number[] => {
    const thresholds = point.slice(0, top);
    for (let c = 1; c < top; c++) thresholds[c] = thresholds[c - 1] + Math.exp(thresholds[c]);
    return thresholds;
  };
  const evaluate = (point: readonly number[]) => {
    const bounds = [-Infinity, ...toThresholds(point), Infinity];
    const items = [0, ...point.slice(top, -1)];
    const sigma = point.at(-1)!;
    const cells = items.map((item) =>
      Array.from({ length: top + 1 }, (_, c) => cellOf(item, bounds[c], bounds[c + 1], sigma)),
    );
    const gradient = point.map(() => 0);
    let value = 0;
    for (const [i, row] of patterns.entries()) {
      const own = row.map((category, j) => cells[j][category]);
      const logs = logWeights.map((start, k) => own.reduce((sum, { log }) => sum + log[k], start));
      const highest = Math.max(...logs);
      const masses = logs.map((log) => Math.exp(log - highest));
      const sum = masses.reduce((total, mass) => total + mass, 0);
      value -= times[i] * (highest + Math.log(sum));
      const mean = (of: Float64Array) =>
        (times[i] * masses.reduce((total, mass, k) => total + mass * of[k], 0)) / sum;
      for (const [j, { byLow, byHigh, byEffect }] of own.entries()) {
        const [low, high] = [mean(byLow), mean(byHigh)];
        if (row[j] > 0) gradient[row[j] - 1] -= low;
        if (row[j] < top) gradient[row[j]] -= high;
        if (j > 0) gradient[top + j - 1] += low + high;
        gradient[point.length - 1] -= mean(byEffect.map((slope, k) => slope * grid[k]));
      }
    }
    for (let c = top - 1; c >= 1; c--) {
      gradient[c - 1] += gradient[c];
      gradient[c] *= Math.exp(point[c]);
    }
    return { value, gradient };
  };

  const steps = known.map((x, c) => (c === 0 ? x : Math.log(x - known[c - 1])));
  return { evaluate, start: [...steps, ...fit.items, fit.sigma], toThresholds, top };
}

/**
 * How far the log-likelihood of a fit lies above the exact one at the same parameters: what its nodes
 * miss. 0 where sigma is, as there is nothing to integrate.
 */
export function missedByNodes(rows: readonly (readonly number[])[], fit: CumulativeFit): number {
  if (fit.sigma === 0) return 0;
  const { evaluate, start } = about(rows, fit);
  return fit.logLik + evaluate(start).value;
}

/**
 * Fits the model of {@link fitCumulativeLogit} with the unit effects integrated out to rounding, on a
 * fixed grid (the trapezoid rule, whose error falls exponentially for a smooth integrand), from where
 * that fit ends. Its 15 nodes are what R's `clmm(nAGQ = 15)` takes. They are too few where many units
 * have one score on all items and sigma is large: the likelihood of such a unit is flat to one side.
 */
export function fitExactCumulativeLogit(
  rows: readonly (readonly number[])[],
  categories: number,
): Estimated<CumulativeFit> {
  const { value: rough, reason } = fitCumulativeLogit(rows, categories);
  if (rough === null) return notEstimable(reason);
  if (rough.sigma === 0) return estimated(rough);
  const { evaluate, start, toThresholds, top } = about(rows, rough);
  const found = minimise(evaluate, start, { tolerance: 1e-6 });
  if (!found.converged)
    return notEstimable("the search for the likelihood's maximum does not settle");
  const thresholds = toThresholds(found.point);
  return estimated({
    logLik: -found.value,
    sigma: Math.abs(found.point.at(-1)!),
    thresholds: rough.thresholds.map((one) => (one === null ? null : thresholds.shift()!)),
    items: found.point.slice(top, -1),
  });
}
