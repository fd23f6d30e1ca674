import { defaultReplicates, defaultSeed } from "./bootstrap.js";
import type { SimulationOptions } from "./bootstrap.js";
import { random } from "./random.js";
import type { RandomStream } from "./random.js";

export interface PermutationTest {
  readonly p: number;
  readonly replicates: number;
  readonly seed: number;
}

/**
 * The p-value of a seeded permutation test in which large values count against the hypothesis:
 * (1 + draws at least as large as the observed value) / (1 + draws). `draw` gives the statistic of
 * one random arrangement.
 *
 * Source: Davison and Hinkley, Bootstrap Methods and their Application (1997), section 4.2.3.
 */
export function permutationTest(
  observed: number,
  draw: (stream: RandomStream) => number,
  { replicates = defaultReplicates, seed = defaultSeed }: SimulationOptions = {},
): PermutationTest {
  const stream = random(seed);
  // Equal statistics may differ in their last digits.
  const threshold = observed - 1e-9 * Math.abs(observed);
  let atLeast = 1;
  for (let i = 0; i < replicates; i++) if (draw(stream) >= threshold) atLeast++;
  return { p: atLeast / (replicates + 1), replicates, seed };
}
