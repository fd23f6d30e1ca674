import { random } from "../../statistics/random.js";
import { defaultReplicates, defaultSeed } from "../../statistics/bootstrap.js";
import type { SimulationOptions } from "../../statistics/bootstrap.js";
import type { Assessment } from "../data/dataset.js";

/** How surely one statement has the lowest average score of all. */
export interface LowestStatement {
  readonly n: number;
  /** The average score of each statement, in the scheme's order; null without councils. */
  readonly means: readonly number[] | null;
  /** Share of draws in which the statement is the lowest alone. */
  readonly lowestAlone: number | null;
  /** Share of draws in which another is lower. */
  readonly anotherLower: number | null;
}

/**
 * In what share of bootstrap draws over councils a statement, by its place from 0, has the lowest
 * average score: alone, or with another below it. Totals of scores are compared, so that ties are
 * exact. Every assessment has all its scores.
 */
export function lowestStatement(
  assessments: readonly Assessment[],
  place: number,
  { replicates = defaultReplicates, seed = defaultSeed }: SimulationOptions = {},
): LowestStatement {
  const rows = assessments.map(({ scores }) => scores.map(Number));
  const n = rows.length;
  if (n === 0) return { n, means: null, lowestAlone: null, anotherLower: null };
  const totalsOf = (indices: Iterable<number>) => {
    const totals = rows[0].map(() => 0);
    for (const i of indices) rows[i].forEach((score, j) => (totals[j] += score));
    return totals;
  };
  const stream = random(seed);
  let [alone, lower] = [0, 0];
  for (let draw = 0; draw < replicates; draw++) {
    const totals = totalsOf(Array.from({ length: n }, () => stream.integer(n)));
    const others = Math.min(...totals.filter((_, j) => j !== place));
    if (totals[place] < others) alone++;
    if (others < totals[place]) lower++;
  }
  return {
    n,
    means: totalsOf(rows.keys()).map((total) => total / n),
    lowestAlone: alone / replicates,
    anotherLower: lower / replicates,
  };
}
