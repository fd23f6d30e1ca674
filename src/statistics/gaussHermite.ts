import { symmetricEigen } from "./symmetricEigen.js";

/** Nodes, from the lowest to the highest, and weights of a quadrature rule. */
export interface Quadrature {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

/**
 * Gauss-Hermite quadrature against the standard normal density: the weighted sum of f at `points`
 * nodes is E f(Z), exact for polynomials up to degree 2 * points - 1. The weights sum to 1.
 *
 * The nodes are the eigenvalues of the recurrence's tridiagonal matrix (Golub and Welsch,
 * Mathematics of Computation 23, 1969); a weight is the inverse of the sum of the squared
 * orthonormal polynomials at its node, which keeps the small ones accurate.
 */
export function gaussHermite(points: number): Quadrature {
  if (!Number.isInteger(points) || points < 1)
    throw new RangeError(`expected a whole number of nodes from 1: ${points}`);
  const recurrence = Array.from({ length: points }, (_, i) =>
    Array.from({ length: points }, (_, j) =>
      Math.abs(i - j) === 1 ? Math.sqrt(Math.max(i, j)) : 0,
    ),
  );
  const found = symmetricEigen(recurrence).values;
  // The rule is symmetric about 0: averaging each node with its mirror removes rounding.
  const nodes = found.map((low, i) => (found[points - 1 - i] - low) / 2);
  const weights = nodes.map((x) => {
    let [before, here] = [0, 1];
    let sum = 1;
    for (let k = 1; k < points; k++) {
      [before, here] = [here, (x * here - Math.sqrt(k - 1) * before) / Math.sqrt(k)];
      sum += here * here;
    }
    return 1 / sum;
  });
  return { nodes, weights };
}
