/** Mean squares of a two-way layout, units by items, one value a cell. */
export interface MeanSquares {
  readonly units: number;
  readonly items: number;
  readonly residual: number;
}

/** `rows` has one row of numbers per unit, one per item; at least two of each. */
export function twoWayMeanSquares(rows: readonly ArrayLike<number>[]): MeanSquares {
  const [n, k] = [rows.length, rows[0].length];
  let [unitSquares, itemSquares, squares, total] = [0, 0, 0, 0];
  const byItem = new Float64Array(k);
  for (const row of rows) {
    let sum = 0;
    for (let j = 0; j < k; j++) {
      sum += row[j];
      byItem[j] += row[j];
      squares += row[j] * row[j];
    }
    unitSquares += sum * sum;
    total += sum;
  }
  for (const sum of byItem) itemSquares += sum * sum;
  // In sums of n k x^2, which are whole numbers for whole scores: no rounding before the division.
  const all = n * k * squares - total * total;
  const units = n * unitSquares - total * total;
  const items = k * itemSquares - total * total;
  return {
    units: units / (n * k) / (n - 1),
    items: items / (n * k) / (k - 1),
    residual: (all - units - items) / (n * k) / ((n - 1) * (k - 1)),
  };
}

/**
 * Cronbach's alpha of the sum of the items, which is also the intraclass correlation ICC(3,k); null
 * where units do not differ in their sum, or there are fewer than two units or items.
 *
 * Source: Cronbach, Psychometrika 16 (1951); by mean squares, Hoyt, Psychometrika 6 (1941).
 */
export function cronbachAlpha(rows: readonly ArrayLike<number>[]): number | null {
  if (rows.length < 2 || rows[0].length < 2) return null;
  const { units, residual } = twoWayMeanSquares(rows);
  return units > 0 ? 1 - residual / units : null;
}

/**
 * The intraclass correlation ICC(3,1): the consistency of one item as a measure of a unit, items
 * fixed. Null where nothing varies beyond the items' means, or with fewer than two units or items.
 *
 * Source: Shrout and Fleiss, Psychological Bulletin 86 (1979).
 */
export function intraclassCorrelation(rows: readonly ArrayLike<number>[]): number | null {
  if (rows.length < 2 || rows[0].length < 2) return null;
  const { units, residual } = twoWayMeanSquares(rows);
  const spread = units + (rows[0].length - 1) * residual;
  return spread > 0 ? (units - residual) / spread : null;
}
