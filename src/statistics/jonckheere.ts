import type { SimulationOptions } from "./bootstrap.js";
import { concordance, concordanceVariance, pairing } from "./kendall.js";
import { permutationTest } from "./permutation.js";
import type { PermutationTest } from "./permutation.js";
import { normalUpperTail } from "./upperTails.js";

export interface Jonckheere {
  readonly n: number;
  /** Pairs from two groups in which the later group is higher, a tie counting half. */
  readonly J: number;
  /** J when the groups do not differ. */
  readonly expected: number;
  readonly z: number;
  /** Two-sided, corrected for ties. */
  readonly asymptoticP: number;
  /** Two-sided. */
  readonly permutation: PermutationTest;
}

/**
 * The Jonckheere-Terpstra test that values neither rise nor fall over groups in a given order.
 * J = (pairs + S) / 2, with S Kendall's for group against value. `null` where fewer than two
 * groups have values, or all values are equal. Throws a RangeError for a value that is not finite.
 *
 * Source: Jonckheere, Biometrika 41 (1954).
 */
export function jonckheere(
  groups: readonly (readonly number[])[],
  options: SimulationOptions = {},
): Jonckheere | null {
  const pairs = pairing(
    groups.flatMap((group, i) => group.map(() => i)),
    groups.flat(),
  );
  if (pairs.xTies.length < 2 || pairs.yTies.length < 2) return null;
  const sOf = concordance(pairs);
  const s = sOf(pairs.levels);
  const z = s / Math.sqrt(concordanceVariance(pairs));
  const between = pairs.xTies.reduce((sum, t) => sum - t * t, pairs.n * pairs.n) / 2;
  const levels = pairs.levels.slice();
  return {
    n: pairs.n,
    J: (between + s) / 2,
    expected: between / 2,
    z,
    asymptoticP: 2 * normalUpperTail(Math.abs(z)),
    permutation: permutationTest(
      Math.abs(s),
      (stream) => Math.abs(sOf(stream.shuffle(levels))),
      options,
    ),
  };
}
