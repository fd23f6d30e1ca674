import { defaultSeed } from "./bootstrap.js";
import type { SimulationOptions } from "./bootstrap.js";
import { correlations } from "./correlations.js";
import { estimated, notEstimable } from "./estimated.js";
import type { Estimated } from "./estimated.js";
import { normal } from "./normal.js";
import { random } from "./random.js";
import { symmetricEigen } from "./symmetricEigen.js";

export interface ParallelAnalysis {
  /** Eigenvalues of the correlation matrix, largest first; they add to the number of items. */
  readonly eigenvalues: readonly number[];
  /** Mean of each under independent normal items. */
  readonly expected: readonly number[];
  /** The 95th percentile of each under independent normal items. */
  readonly limits: readonly number[];
  /** How many eigenvalues, from the largest, lie above their limit before one does not. */
  readonly factors: number;
  readonly replicates: number;
  readonly seed: number;
}

/**
 * Parallel analysis: compares the eigenvalues of the items' correlations with those of independent
 * normal data of the same size, 1,000 sets of it by default. Takes one row of numbers per unit. Not estimable with fewer than
 * three units, or where an item does not vary.
 *
 * Source: Horn, Psychometrika 30 (1965); the 95th percentile instead of the mean: Glorfeld,
 * Educational and Psychological Measurement 55 (1995).
 */
export function parallelAnalysis(
  rows: readonly (readonly number[])[],
  { replicates = 1000, seed = defaultSeed }: SimulationOptions = {},
): Estimated<ParallelAnalysis> {
  const observed = correlations(rows);
  if (rows.length < 3 || !observed)
    return notEstimable("fewer than three rows, or a column of scores that does not vary");
  const eigenvalues = symmetricEigen(observed.matrix).values;
  const stream = random(seed);
  const simulated = Array.from({ length: replicates }, () => {
    const drawn = rows.map((row) => row.map(() => normal(stream)));
    // Normal columns vary almost surely.
    return symmetricEigen(correlations(drawn)!.matrix).values;
  });
  const byPlace = eigenvalues.map((_, place) =>
    simulated.map((values) => values[place]).sort((a, b) => a - b),
  );
  const expected = byPlace.map((v) => v.reduce((sum, x) => sum + x, 0) / replicates);
  const limits = byPlace.map(
    (v) => v[Math.min(Math.ceil(0.95 * (replicates + 1)), replicates) - 1],
  );
  const first = eigenvalues.findIndex((value, place) => value <= limits[place]);
  const factors = first < 0 ? eigenvalues.length : first;
  return estimated({ eigenvalues, expected, limits, factors, replicates, seed });
}
