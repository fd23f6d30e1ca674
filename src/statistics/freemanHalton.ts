import { estimated, notEstimable } from "./estimated.js";
import type { Estimated } from "./estimated.js";
import { logGamma } from "./logGamma.js";

/** Tables beyond which the enumeration would take long. */
const mostTables = 300_000;

/**
 * The Fisher-Freeman-Halton exact test that rows and columns of a table of counts are unrelated:
 * the probability, given its margins, of a table no likelier than the one observed. Empty rows and
 * columns are ignored. Not estimable where fewer than two rows or columns are left, or where there
 * are too many tables to go through (above 300,000). Throws a RangeError for counts that are not
 * whole numbers from 0, or rows of different lengths.
 *
 * Source: Freeman and Halton, Biometrika 38 (1951).
 */
export function freemanHalton(table: readonly (readonly number[])[]): Estimated<number> {
  const width = table[0]?.length ?? 0;
  if (
    !table.every((row) => row.length === width && row.every((k) => Number.isInteger(k) && k >= 0))
  )
    throw new RangeError(`expected rows of whole numbers from 0: ${JSON.stringify(table)}`);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const capacity = table.map(sum).filter((total) => total > 0);
  const totals = Array.from({ length: width }, (_, c) => sum(table.map((row) => row[c])))
    .filter((total) => total > 0)
    .sort((a, b) => a - b);
  if (capacity.length < 2 || totals.length < 2)
    return notEstimable("fewer than two rows, or two columns, of the table hold anything");

  const logFactorial = Array.from({ length: sum(capacity) + 1 }, (_, k) => logGamma(k + 1));
  const weight = (counts: readonly number[]) =>
    counts.reduce((total, count) => total - logFactorial[count], 0);
  const constant = -weight(capacity) - weight(totals) + weight([sum(capacity)]);
  // Equally likely tables may differ in their last digits.
  const threshold = constant + weight(table.flat()) + 1e-7;
  const lastRow = capacity.length - 1;
  let visited = 0;
  let p = 0;

  /** Deals out column c from `row` on, `left` of it still to place; `log` is the weight so far. */
  const deal = (c: number, row: number, left: number, log: number): void => {
    if (visited > mostTables) return;
    if (c === totals.length - 1) {
      // What is left of each row is the last column.
      visited++;
      const likelihood = log + weight(capacity);
      if (likelihood <= threshold) p += Math.exp(likelihood);
      return;
    }
    const most = Math.min(left, capacity[row]);
    for (let count = row === lastRow ? left : 0; count <= most; count++) {
      capacity[row] -= count;
      const next = log - logFactorial[count];
      if (row === lastRow) deal(c + 1, 0, totals[c + 1], next);
      else deal(c, row + 1, left - count, next);
      capacity[row] += count;
    }
  };
  deal(0, 0, totals[0], constant);
  return visited > mostTables
    ? notEstimable(`over ${mostTables} tables have these totals, too many to go through`)
    : estimated(Math.min(1, p));
}
