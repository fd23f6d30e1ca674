import { correlations } from "./correlations.js";
import { estimated, notEstimable } from "./estimated.js";
import type { Estimated } from "./estimated.js";
import { solvePositive } from "./solvePositive.js";
import { symmetricEigen } from "./symmetricEigen.js";

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

/** Uniquenesses are kept from falling below this, as R's factanal does. */
const lowestUniqueness = 0.005;
const maxIterations = 10_000;

/**
 * A place to begin: what the largest principal component has in common with each item; null where
 * the correlations are singular, to working precision.
 */
function start(matrix: readonly ArrayLike<number>[]): number[] | null {
  const { values, vectors } = symmetricEigen(matrix);
  if (values.at(-1)! < 1e-10) return null;
  const sign = vectors[0].reduce((sum, x) => sum + x, 0) < 0 ? -1 : 1;
  const size = sign * Math.sqrt(values[0]);
  return vectors[0].map((x) => Math.max(-0.9, Math.min(0.9, size * x)));
}

/**
 * Whether a point at which the likelihood is level is its maximum and not a saddle: all curvatures
 * of the discrepancy log|S| + tr(R S^-1), S = loadings loadings' + diag(uniquenesses), are above 0.
 */
function isMaximum(
  matrix: readonly ArrayLike<number>[],
  { loadings, uniquenesses }: OneFactor,
): boolean {
  const p = matrix.length;
  const dot = (x: ArrayLike<number>, y: ArrayLike<number>) => {
    let sum = 0;
    for (let j = 0; j < p; j++) sum += x[j] * y[j];
    return sum;
  };
  const times = (m: readonly ArrayLike<number>[], v: ArrayLike<number>) =>
    Float64Array.from(m, (row) => dot(row, v));
  // A = S^-1, by Sherman and Morrison's formula, and B = A R A.
  const shares = Float64Array.from(loadings, (l, j) => l / uniquenesses[j]);
  const information = 1 + dot(loadings, shares);
  const A = loadings.map((_, i) =>
    shares.map((y, j) => (i === j ? 1 / uniquenesses[i] : 0) - (shares[i] * y) / information),
  );
  const AR = A.map((row) => times(matrix, row));
  const B = AR.map((row) => times(A, row));
  const [a, b] = [times(A, loadings), times(B, loadings)];
  const [la, lb] = [dot(loadings, a), dot(loadings, b)];
  // Half the second derivatives, loadings first.
  const hessian = Array.from({ length: 2 * p }, () => new Float64Array(2 * p));
  for (let i = 0; i < p; i++)
    for (let j = 0; j < p; j++) {
      hessian[i][j] =
        A[i][j] * (1 - la + lb) + B[i][j] * (la - 1) - a[i] * a[j] + a[j] * b[i] + a[i] * b[j];
      hessian[p + i][p + j] = A[i][j] * B[i][j] - A[i][j] ** 2 / 2;
      hessian[p + j][i] = B[i][j] * a[j] + A[i][j] * b[j] - A[i][j] * a[j];
    }
  return solvePositive(hessian, Array<number>(2 * p).fill(0)) !== null;
}

/**
 * Fits one common factor to a correlation matrix by maximum likelihood, by the EM algorithm (Rubin
 * and Thayer, Psychometrika 47, 1982), which for nine items takes about 60 cheap rounds. Loadings
 * add to a positive number. Not estimable where items follow from one another, or where the search
 * does not settle, ends at a saddle, or wants an item without any variation of its own (Heywood's
 * case, R's factanal at its limit).
 */
export function oneFactor(matrix: readonly ArrayLike<number>[]): Estimated<OneFactor> {
  const p = matrix.length;
  const begin = start(matrix);
  if (begin === null) return notEstimable("some columns of scores follow from the others");
  // Of one kind all through, which is many times as fast as arrays that hold whole numbers first.
  const rows = matrix.map((row) => Float64Array.from(row));
  const loadings = Float64Array.from(begin);
  const uniquenesses = loadings.map((l) => 1 - l * l);
  const [weights, covariances] = [new Float64Array(p), new Float64Array(p)];
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    // The factor's regression on the items, and its covariances with them.
    let information = 1;
    for (let j = 0; j < p; j++) information += loadings[j] ** 2 / uniquenesses[j];
    for (let j = 0; j < p; j++) weights[j] = loadings[j] / uniquenesses[j] / information;
    let square = 1 / information;
    for (let i = 0; i < p; i++) {
      covariances[i] = 0;
      for (let j = 0; j < p; j++) covariances[i] += rows[i][j] * weights[j];
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
    if (change >= 1e-10) continue;
    const atFloor = uniquenesses.findIndex((u) => u <= lowestUniqueness);
    if (atFloor >= 0)
      return notEstimable(
        `one factor leaves column ${atFloor + 1} no variation of its own, which is no estimate`,
      );
    const found = { loadings: Array.from(loadings), uniquenesses: Array.from(uniquenesses) };
    if (!isMaximum(matrix, found))
      return notEstimable("the one-factor model's likelihood has no maximum where its search ends");
    return estimated(found);
  }
  return notEstimable("the one-factor model does not settle");
}

/**
 * McDonald's omega total from one factor fitted by maximum likelihood: the share of the variance of
 * the sum that the common factor carries. Takes one row of numbers per unit, one per item. Not
 * estimable with fewer than three items, with as few rows as items or fewer, where an item does not
 * vary or goes against what the others share, or where one factor cannot be fitted.
 *
 * Source: McDonald, Test Theory (1999), chapter 6.
 */
export function omegaTotal(rows: readonly ArrayLike<number>[]): Estimated<Omega> {
  const found = correlations(rows);
  if (!found) return notEstimable("fewer than two rows, or a column of scores that does not vary");
  const { deviations, matrix } = found;
  if (matrix.length < 3) return notEstimable("one factor needs at least three columns of scores");
  if (rows.length <= matrix.length)
    return notEstimable(
      `one factor of ${matrix.length} columns of scores needs more than ${matrix.length} rows: ${rows.length}`,
    );
  const { value: factor, reason } = oneFactor(matrix);
  if (factor === null) return notEstimable(reason);
  const against = factor.loadings.findIndex((loading) => loading <= 0);
  if (against >= 0)
    return notEstimable(`column ${against + 1} goes against what the other columns share`);
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
