/**
 * Solves A x = b for a symmetric positive definite A, by Cholesky's decomposition; only the lower
 * triangle of A is read. `null` where A is not positive definite, to working precision.
 */
export function solvePositive(
  a: readonly ArrayLike<number>[],
  b: readonly number[],
): number[] | null {
  const n = b.length;
  const lower = a.map(() => new Float64Array(n));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = a[i][j];
      for (let k = 0; k < j; k++) rest -= lower[i][k] * lower[j][k];
      if (i !== j) lower[i][j] = rest / lower[j][j];
      else if (rest > 1e-13 * a[i][i]) lower[i][i] = Math.sqrt(rest);
      else return null;
    }
  }
  const x = [...b];
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] -= lower[i][k] * x[k];
    x[i] /= lower[i][i];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] -= lower[k][i] * x[k];
    x[i] /= lower[i][i];
  }
  return x;
}
