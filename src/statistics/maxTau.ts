import type { SimulationOptions } from "./bootstrap.js";
import { concordance, pairing } from "./kendall.js";
import { permutationTest } from "./permutation.js";
import type { PermutationTest } from "./permutation.js";

export interface MaxTau {
  /** The largest tau-b. */
  readonly tauB: number;
  /** Which list of x it belongs to, from 0. */
  readonly index: number;
  /** Units with a known y. */
  readonly n: number;
  readonly permutation: PermutationTest;
}

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
  const wrong = y.find((value) => !Number.isFinite(value));
  if (wrong !== undefined) throw new RangeError(`expected finite numbers: ${wrong}`);
  const distinct = [...new Set(y)].sort((a, b) => a - b);
  const levels = Int32Array.from(y, (value) => distinct.indexOf(value) + 1);
  const prepared = xs.map((x) => {
    const units = x.flatMap((value, unit) => (value === null ? [] : [unit]));
    // With y counting the units, the levels in the order of x say which unit stands where.
    const laidOut = pairing(
      units.map((unit) => x[unit]!),
      units.map((_, place) => place),
    );
    const untied = pairsOf(units.length) - laidOut.xTies.reduce((sum, t) => sum + pairsOf(t), 0);
    return {
      untied,
      layout: { ...laidOut, levelCount: distinct.length },
      unitAt: laidOut.levels.map((place) => units[place - 1]),
      buffer: new Int32Array(units.length),
    };
  });
  const counts = new Float64Array(distinct.length + 1);
  const taus = (arranged: Int32Array) =>
    prepared.map(({ untied, layout, unitAt, buffer }) => {
      counts.fill(0);
      for (let place = 0; place < buffer.length; place++) {
        buffer[place] = arranged[unitAt[place]];
        counts[buffer[place]]++;
      }
      let untiedY = pairsOf(buffer.length);
      for (const count of counts) untiedY -= pairsOf(count);
      // A quantity that does not vary here cannot be the largest.
      const pairs = untied * untiedY;
      return pairs === 0 ? -1 : concordance(layout, buffer) / Math.sqrt(pairs);
    });
  if (distinct.length < 2 || prepared.every(({ untied }) => untied === 0)) return null;
  const observed = taus(levels);
  const tauB = Math.max(...observed);
  const shuffled = levels.slice();
  return {
    tauB,
    index: observed.indexOf(tauB),
    n: y.length,
    permutation: permutationTest(
      tauB,
      (stream) => Math.max(...taus(stream.shuffle(shuffled))),
      options,
    ),
  };
}
