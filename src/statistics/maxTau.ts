import type { SimulationOptions } from "./bootstrap.js";
import { concordances, concordancesInTurn } from "./concordances.js";
import { permutationTest } from "./permutation.js";
import type { PermutationTest } from "./permutation.js";
import { tieSizes } from "./ranks.js";

export interface MaxTau {
  /** The largest tau-b. */
  readonly tauB: number;
  /** Which list of x it belongs to, from 0. */
  readonly index: number;
  /** Units with a known y. */
  readonly n: number;
  readonly permutation: PermutationTest;
}

/** From about here on, counting quantities in turn is faster. */
const manyUnits = 150;

const pairsOf = (count: number) => (count * (count - 1)) / 2;

/**
 * One test of several quantities at once: the largest of their Kendall tau-b's with y, against its
 * distribution when y is permuted over the units. Permuting y alone keeps how the quantities hang
 * together, so that the p-value holds for the family without a correction. One-sided: large tau-b.
 *
 * Each of `xs` holds one value a unit, null where it is not known; a tau-b rests on the units that
 * have both. `null` where y does not vary or no x does. Throws a RangeError for a value that is
 * not finite.
 *
 * Source: Westfall and Young, Resampling-Based Multiple Testing (1993), single-step maxT.
 */
export function maxTau(
  xs: readonly (readonly (number | null)[])[],
  y: readonly number[],
  options: SimulationOptions = {},
): MaxTau | null {
  const wrong = [...y, ...xs.flat()].find((value) => value !== null && !Number.isFinite(value));
  if (wrong !== undefined) throw new RangeError(`expected finite numbers: ${wrong}`);
  const distinct = [...new Set(y)].sort((a, b) => a - b);
  const levels = Int32Array.from(y, (value) => distinct.indexOf(value) + 1);
  const counts = new Int32Array(distinct.length + 1);
  for (const level of levels) counts[level]++;
  const tiedY = counts.reduce((sum, count) => sum + pairsOf(count), 0);
  const prepared = xs.map((x) => {
    const unknown = Int32Array.from(x.flatMap((value, unit) => (value === null ? [unit] : [])));
    const all = pairsOf(y.length - unknown.length);
    const ties = tieSizes(x.filter((value) => value !== null));
    return { unknown, all, untied: all - ties.reduce((sum, t) => sum + pairsOf(t), 0) };
  });
  const sOf =
    y.length > manyUnits ? concordancesInTurn(xs, distinct.length) : concordances(xs, y.length);
  /** Pairs untied in y among the units with a known x: those without it leave the ties of all. */
  const untiedY = (arranged: Int32Array, { unknown, all }: (typeof prepared)[number]) => {
    let tied = tiedY;
    for (let i = 0; i < unknown.length; i++) tied -= --counts[arranged[unknown[i]]];
    for (let i = 0; i < unknown.length; i++) counts[arranged[unknown[i]]]++;
    return all - tied;
  };
  const taus = new Float64Array(xs.length);
  const tausOf = (arranged: Int32Array) => {
    const s = sOf(arranged);
    for (let i = 0; i < taus.length; i++) {
      // A quantity that does not vary here cannot be the largest.
      const pairs = prepared[i].untied * untiedY(arranged, prepared[i]);
      taus[i] = pairs === 0 ? -1 : s[i] / Math.sqrt(pairs);
    }
    return taus;
  };
  const largest = (values: Float64Array) => {
    let most = -Infinity;
    for (let i = 0; i < values.length; i++) if (values[i] > most) most = values[i];
    return most;
  };
  if (distinct.length < 2 || prepared.every(({ untied }) => untied === 0)) return null;
  const tauB = largest(tausOf(levels));
  const index = taus.indexOf(tauB);
  const shuffled = levels.slice();
  return {
    tauB,
    index,
    n: y.length,
    permutation: permutationTest(
      tauB,
      (stream) => largest(tausOf(stream.shuffle(shuffled))),
      options,
    ),
  };
}
