import { correlations } from "./correlation.js";
import { estimated, notEstimable } from "./estimated.js";
import type { Estimated } from "./estimated.js";
import { minimise } from "./minimise.js";

/** One common factor, on the scale of correlations. */
export interface OneFactor {
  readonly loadings: readonly number[];
  readonly uniquenesses: readonly number[];
}

export interface Omega extends OneFactor {
  /** Reliability of the sum of the items as they are. */
  readonly omega: number;
  /** Reliability of the sum of the items brought to the same deviation. */
  readonly standardised: number;
}

/** Uniquenesses are kept above this, as R's factanal does. */
const lowestUniqueness = 0.005;

/**
 * Fits one common factor to a correlation matrix by maximum likelihood: minimises
 * log|S| + tr(R S^-1) for S = loadings loadings' + diag(uniquenesses). Null where the search fails.
 */
export function oneFactor(matrix: readonly (readonly number[])[]): OneFactor | null {
  const p = matrix.length;
  const sums = matrix.map((row) => row.reduce((sum, x) => sum + x, 0));
  const total = Math.sqrt(
    Math.max(
      1,
      sums.reduce((sum, x) => sum + x, 0),
    ),
  );
  // The centroid method's loadings are near enough to start from.
  const centroid = sums.map((sum) => Math.max(-0.9, Math.min(0.9, sum / total)));
  const start = [...centroid, ...centroid.map((x) => Math.log(1 - x * x))];
  const times = (v: readonly number[]) =>
    matrix.map((row) => row.reduce((sum, x, j) => sum + x * v[j], 0));
  const uniquenessesOf = (point: readonly number[]) =>
    point.slice(p).map((x) => lowestUniqueness + Math.exp(x));
  const found = minimise((point) => {
    const psi = uniquenessesOf(point);
    const w = psi.map((u, j) => point[j] / u);
    const q = 1 + w.reduce((sum, x, j) => sum + x * point[j], 0);
    const rw = times(w);
    const wrw = w.reduce((sum, x, j) => sum + x * rw[j], 0);
    const value =
      Math.log(q) + psi.reduce((sum, u, j) => sum + Math.log(u) + matrix[j][j] / u, 0) - wrw / q;
    // The derivative by S is S^-1 - S^-1 R S^-1, with S^-1 by Sherman and Morrison's formula.
    const byLoading = w.map((x, j) => (2 / q) * (x - rw[j] / psi[j] + (x * wrw) / q));
    const byUniqueness = w.map(
      (x, j) =>
        1 / psi[j] -
        (x * x) / q -
        (matrix[j][j] / psi[j] ** 2 - (2 * x * rw[j]) / (psi[j] * q) + (x / q) ** 2 * wrw),
    );
    return {
      value,
      gradient: [...byLoading, ...byUniqueness.map((g, j) => g * (psi[j] - lowestUniqueness))],
    };
  }, start);
  if (!found.converged) return null;
  const loadings = found.point.slice(0, p);
  const sign = loadings.reduce((sum, x) => sum + x, 0) < 0 ? -1 : 1;
  return { loadings: loadings.map((x) => sign * x), uniquenesses: uniquenessesOf(found.point) };
}

/**
 * McDonald's omega total from one factor fitted by maximum likelihood: the share of the variance of
 * the sum that the common factor carries. Takes one row of numbers per unit, one per item. Not
 * estimable with fewer than three items, or where an item does not vary.
 *
 * Source: McDonald, Test Theory (1999), chapter 6.
 */
export function omegaTotal(rows: readonly (readonly number[])[]): Estimated<Omega> {
  const found = correlations(rows);
  if (!found) return notEstimable("fewer than two units, or an item that does not vary");
  const { deviations, matrix } = found;
  if (matrix.length < 3) return notEstimable("one factor needs at least three items");
  const factor = oneFactor(matrix);
  if (!factor) return notEstimable("the one-factor model has no maximum");
  const reliability = (scales: readonly number[]) => {
    const common = factor.loadings.reduce((sum, x, j) => sum + x * scales[j], 0) ** 2;
    return (
      common / (common + factor.uniquenesses.reduce((sum, u, j) => sum + u * scales[j] ** 2, 0))
    );
  };
  return estimated({
    ...factor,
    omega: reliability(deviations),
    standardised: reliability(deviations.map(() => 1)),
  });
}
