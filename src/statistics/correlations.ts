/** Standard deviations of the columns and the correlations between them. */
export interface Correlations {
  /** With n - 1 in the denominator. */
  readonly deviations: readonly number[];
  readonly matrix: readonly (readonly number[])[];
}

/**
 * Pearson's correlations of the columns of `rows` (at least one column); null with fewer than two
 * rows or a column that does not vary.
 */
export function correlations(rows: readonly (readonly number[])[]): Correlations | null {
  const n = rows.length;
  if (n < 2) return null;
  const columns = rows[0].map((_, j) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += rows[i][j];
    const mean = sum / n;
    return rows.map((row) => row[j] - mean);
  });
  const product = (a: readonly number[], b: readonly number[]) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += a[i] * b[i];
    return sum;
  };
  const lengths = columns.map((column) => Math.sqrt(product(column, column)));
  // A constant column leaves only the rounding of its mean.
  const varies = lengths.every((length, j) => length > 1e-12 * (1 + Math.abs(rows[0][j])) * n);
  if (!varies) return null;
  const matrix = columns.map(() => columns.map(() => 1));
  for (let i = 0; i < columns.length; i++)
    for (let j = 0; j < i; j++)
      matrix[i][j] = matrix[j][i] = product(columns[i], columns[j]) / (lengths[i] * lengths[j]);
  return { deviations: lengths.map((length) => length / Math.sqrt(n - 1)), matrix };
}
