import { correlations } from "./correlations.js";
import { estimated, notEstimable } from "./estimated.js";
import type { Estimated } from "./estimated.js";

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
const maxIterations = 10_000;

/**
 * Fits one common factor to a correlation matrix by maximum likelihood, by the EM algorithm (Rubin
 * and Thayer, Psychometrika 47, 1982), which for nine items takes about 60 cheap rounds. Null where
 * it does not settle.
 */
export function oneFactor(matrix: readonly (readonly number[])[]): OneFactor | null {
  const p = matrix.length;
  const loadings = matrix.map(() => 0.5);
  const uniquenesses = matrix.map(() => 0.5);
  const weights = matrix.map(() => 0);
  const covariances = matrix.map(() => 0);
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    // The factor's regression on the items, and its covariances with them.
    let information = 1;
    for (let j = 0; j < p; j++) information += loadings[j] ** 2 / uniquenesses[j];
    for (let j = 0; j < p; j++) weights[j] = loadings[j] / uniquenesses[j] / information;
    let square = 1 / information;
    for (let i = 0; i < p; i++) {
      covariances[i] = 0;
      for (let j = 0; j < p; j++) covariances[i] += matrix[i][j] * weights[j];
      square += weights[i] * covariances[i];
    }
    let change = 0;
    for (let j = 0; j < p; j++) {
      const loading = covariances[j] / square;
      const uniqueness = Math.max(lowestUniqueness, 1 - loading * covariances[j]);
      change = Math.max(
        change,
        Math.abs(loading - loadings[j]),
        Math.abs(uniqueness - uniquenesses[j]),
      );
      loadings[j] = loading;
      uniquenesses[j] = uniqueness;
    }
    if (change < 1e-10) return { loadings, uniquenesses };
  }
  return null;
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
  if (!found) return notEstimable("fewer than two rows, or a column of scores that does not vary");
  const { deviations, matrix } = found;
  if (matrix.length < 3) return notEstimable("one factor needs at least three columns of scores");
  const factor = oneFactor(matrix);
  if (!factor) return notEstimable("the one-factor model does not settle");
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
