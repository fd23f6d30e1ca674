import type { SimulationOptions } from "./bootstrap.js";
import { permutationTest } from "./permutation.js";
import type { PermutationTest } from "./permutation.js";
import { doubledMidranks, tieSizes } from "./ranks.js";
import { chiSquareUpperTail } from "./upperTails.js";

export interface KruskalWallis {
  readonly n: number;
  /** Groups that have values. */
  readonly groups: number;
  /** Corrected for ties. */
  readonly H: number;
  /** From the chi-square with groups - 1 degrees of freedom. */
  readonly chiSquareP: number;
  readonly permutation: PermutationTest;
}

/**
 * The Kruskal-Wallis test that groups do not differ. Empty groups are ignored. `null` where fewer
 * than two have values, or all values are equal. Throws a RangeError for a value that is not
 * finite.
 *
 * Source: Kruskal and Wallis, Journal of the American Statistical Association 47 (1952).
 */
export function kruskalWallis(
  groups: readonly (readonly number[])[],
  options: SimulationOptions = {},
): KruskalWallis | null {
  const sizes = groups.map((group) => group.length).filter((size) => size > 0);
  const values = groups.flat();
  const n = values.length;
  const ranks = Float64Array.from(doubledMidranks(values), (doubled) => doubled / 2);
  const ties = tieSizes(values);
  if (sizes.length < 2 || ties.length < 2) return null;
  /** The sum over groups of the squared rank sum over the size: what a permutation changes. */
  const between = () => {
    let total = 0;
    let next = 0;
    for (const size of sizes) {
      let rankSum = 0;
      for (const end = next + size; next < end; next++) rankSum += ranks[next];
      total += (rankSum * rankSum) / size;
    }
    return total;
  };
  const tied = ties.reduce((sum, t) => sum + t * (t * t - 1), 0);
  const observed = between();
  const H = ((12 * observed) / (n * (n + 1)) - 3 * (n + 1)) / (1 - tied / (n * (n * n - 1)));
  return {
    n,
    groups: sizes.length,
    H,
    chiSquareP: chiSquareUpperTail(H, sizes.length - 1),
    permutation: permutationTest(
      observed,
      (stream) => {
        stream.shuffle(ranks);
        return between();
      },
      options,
    ),
  };
}
