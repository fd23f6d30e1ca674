/** Standard deviations of the columns and the correlations between them. */
export interface Correlations {
  /** With n - 1 in the denominator. */
  readonly deviations: readonly number[];
  readonly matrix: readonly ArrayLike<number>[];
}

/**
 * Pearson's correlations of the columns of `rows` (at least one column); null with fewer than two
 * rows or a column that does not vary.
 */
export function correlations(rows: readonly ArrayLike<number>[]): Correlations | null {
  const n = rows.length;
  if (n < 2) return null;
  const columns = Array.from(rows[0], (_, j) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += rows[i][j];
    const mean = sum / n;
    const column = new Float64Array(n);
    for (let i = 0; i < n; i++) column[i] = rows[i][j] - mean;
    return column;
  });
  const product = (a: Float64Array, b: Float64Array) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += a[i] * b[i];
    return sum;
  };
  const lengths = columns.map((column) => Math.sqrt(product(column, column)));
  // A constant column leaves only the rounding of its mean.
  const varies = lengths.every((length, j) => length > 1e-12 * (1 + Math.abs(rows[0][j])) * n);
  if (!varies) return null;
  const matrix = columns.map(() => new Float64Array(columns.length).fill(1));
  for (let i = 0; i < columns.length; i++)
    for (let j = 0; j < i; j++)
      matrix[i][j] = matrix[j][i] = product(columns[i], columns[j]) / (lengths[i] * lengths[j]);
  return { deviations: lengths.map((length) => length / Math.sqrt(n - 1)), matrix };
}
