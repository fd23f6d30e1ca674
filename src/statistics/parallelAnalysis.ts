import { defaultSeed } from "./bootstrap.js";
import type { SimulationOptions } from "./bootstrap.js";
import { correlations } from "./correlations.js";
import { estimated, notEstimable } from "./estimated.js";
import type { Estimated } from "./estimated.js";
import { normal } from "./normal.js";
import { random } from "./random.js";
import { symmetricEigenvalues } from "./symmetricEigen.js";

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

/** What independent normal data give, by the size of the data, the number of sets and the seed. */
const simulated = new Map<string, Pick<ParallelAnalysis, "expected" | "limits">>();

function simulate(units: number, items: number, replicates: number, seed: number) {
  const key = [units, items, replicates, seed].join();
  const known = simulated.get(key);
  if (known) return known;
  const stream = random(seed);
  const rows = Array.from({ length: units }, () => Array<number>(items).fill(0));
  const byPlace = Array.from({ length: items }, () => new Float64Array(replicates));
  for (let r = 0; r < replicates; r++) {
    for (const row of rows) for (let j = 0; j < items; j++) row[j] = normal(stream);
    // Normal columns vary almost surely.
    symmetricEigenvalues(correlations(rows)!.matrix).forEach((value, place) => {
      byPlace[place][r] = value;
    });
  }
  const top = Math.min(Math.ceil(0.95 * (replicates + 1)), replicates) - 1;
  const sorted = byPlace.map((values) => values.sort());
  const found = {
    expected: sorted.map((values) => values.reduce((sum, x) => sum + x, 0) / replicates),
    limits: sorted.map((values) => values[top]),
  };
  simulated.set(key, found);
  return found;
}

/**
 * Parallel analysis: compares the eigenvalues of the items' correlations with those of independent
 * normal data of the same size, 1,000 sets of it by default, which depend on nothing else and are
 * kept. Takes one row of numbers per unit. Not estimable with fewer than three units, or where an
 * item does not vary.
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
  const eigenvalues = symmetricEigenvalues(observed.matrix);
  const { expected, limits } = simulate(rows.length, rows[0].length, replicates, seed);
  const first = eigenvalues.findIndex((value, place) => value <= limits[place]);
  const factors = first < 0 ? eigenvalues.length : first;
  return estimated({ eigenvalues, expected, limits, factors, replicates, seed });
}
