/** The eigenvalues of a symmetric matrix, largest first, each with its vector of length 1. */
export interface Eigen {
  readonly values: readonly number[];
  /** `vectors[i]` belongs to `values[i]`. */
  readonly vectors: readonly (readonly number[])[];
}

const maxSweeps = 60;

/** Turns two rows into one another by the angle with this cosine and sine. */
function rotate(first: Float64Array, second: Float64Array, c: number, s: number): void {
  for (let k = 0; k < first.length; k++) {
    const x = first[k];
    first[k] = c * x - s * second[k];
    second[k] = s * x + c * second[k];
  }
}

/** Turns a copy of the matrix diagonal, and `v`, where it is given, with it. */
function diagonal(
  matrix: readonly ArrayLike<number>[],
  v: readonly Float64Array[] | null,
): number[] {
  const n = matrix.length;
  const a = matrix.map((row, i) =>
    Float64Array.from(row, (value, j) => (j < i ? matrix[j][i] : value)),
  );
  for (let sweep = 0; ; sweep++) {
    let off = 0;
    let all = 0;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        all += a[i][j] ** 2;
        if (i !== j) off += a[i][j] ** 2;
      }
    if (off <= 1e-30 * all) break;
    if (sweep === maxSweeps) throw new RangeError("expected a symmetric matrix of finite numbers");
    for (let p = 0; p < n - 1; p++)
      for (let q = p + 1; q < n; q++) {
        if (a[p][q] === 0) continue;
        const half = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        const t = (half < 0 ? -1 : 1) / (Math.abs(half) + Math.sqrt(half * half + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < n; k++) {
          const row = a[k];
          const x = row[p];
          row[p] = c * x - s * row[q];
          row[q] = s * x + c * row[q];
        }
        rotate(a[p], a[q], c, s);
        if (v) rotate(v[p], v[q], c, s);
        a[p][q] = 0;
        a[q][p] = 0;
      }
  }
  return a.map((row, i) => row[i]);
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations, cyclic by rows: exact
 * to rounding for the small matrices used here. Only the upper triangle is read.
 *
 * Source: Golub and Van Loan, Matrix Computations (4th edition), section 8.5.
 */
export function symmetricEigen(matrix: readonly ArrayLike<number>[]): Eigen {
  const v = matrix.map((row, i) => Float64Array.from(row, (_, j) => (i === j ? 1 : 0)));
  const values = diagonal(matrix, v);
  const order = values.map((_, i) => i).sort((i, j) => values[j] - values[i]);
  return { values: order.map((i) => values[i]), vectors: order.map((i) => Array.from(v[i])) };
}

/** The same eigenvalues, largest first, without the vectors. */
export function symmetricEigenvalues(matrix: readonly ArrayLike<number>[]): number[] {
  return diagonal(matrix, null).sort((a, b) => b - a);
}
