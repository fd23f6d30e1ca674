import { random } from "./random.js";

/** What every simulation can be asked. */
export interface SimulationOptions {
  /** How many draws; 9,999 unless the function says otherwise. */
  readonly replicates?: number;
  /** The seed of the stream, a whole number from 0 to 2^32 - 1. */
  readonly seed?: number;
}

export const defaultReplicates = 9999;
export const defaultSeed = 20251003;

export interface Bootstrap {
  /** One interval per statistic, or null where too few draws, or under 95% of them, gave a number. */
  readonly intervals: readonly (readonly [number, number] | null)[];
  readonly level: number;
  readonly method: "percentile bootstrap";
  readonly replicates: number;
  readonly seed: number;
  /** Draws in which each statistic could not be computed; an interval rests on the others. */
  readonly undefinedDraws: readonly number[];
}

/**
 * The share of draws in which a statistic may be undefined before its interval is refused: what is
 * left would be an interval of other samples than those drawn.
 */
const undefinedAtMost = 0.05;

/** The draws from which on both tails of an interval hold two. */
export function fewestDraws(level: number): number {
  return Math.ceil(4 / (1 - level) - 1e-9);
}

/**
 * The quantile at `p` of sorted values, at place p(B + 1) with linear interpolation: R's type 6,
 * by which 9,999 draws give the 250th and the 9,750th for 95%.
 */
function quantile(sorted: Float64Array, p: number): number {
  const place = Math.min(Math.max(p * (sorted.length + 1), 1), sorted.length);
  const below = Math.floor(place);
  const low = sorted[below - 1];
  const high = sorted[Math.min(below, sorted.length - 1)];
  return low + (place - below) * (high - low);
}

/**
 * Percentile bootstrap intervals over units: draws as many units as there are, with replacement,
 * and computes the statistics of each draw. Several statistics share the same draws. A sample is
 * only lent: the next draw overwrites it. Throws a RangeError without units.
 *
 * Source: Davison and Hinkley, Bootstrap Methods and their Application (1997), section 5.3.1.
 */
export function bootstrap<T>(
  units: readonly T[],
  statistics: (sample: readonly T[]) => readonly (number | null)[],
  {
    replicates = defaultReplicates,
    seed = defaultSeed,
    level = 0.95,
  }: SimulationOptions & { readonly level?: number } = {},
): Bootstrap {
  if (units.length === 0) throw new RangeError("expected at least one unit to draw from: 0");
  const stream = random(seed);
  const sample = [...units];
  const known: Float64Array[] = [];
  const counts: number[] = [];
  for (let draw = 0; draw < replicates; draw++) {
    for (let i = 0; i < sample.length; i++) sample[i] = units[stream.integer(units.length)];
    const values = statistics(sample);
    for (let i = 0; i < values.length; i++) {
      if (draw === 0) {
        known.push(new Float64Array(replicates));
        counts.push(0);
      }
      const value = values[i];
      if (value !== null) known[i][counts[i]++] = value;
    }
  }
  const tail = (1 - level) / 2;
  return {
    intervals: known.map((drawn, i) => {
      const values = drawn.subarray(0, counts[i]);
      if (values.length < fewestDraws(level)) return null;
      if (values.length < (1 - undefinedAtMost) * replicates) return null;
      const sorted = values.sort();
      return [quantile(sorted, tail), quantile(sorted, 1 - tail)];
    }),
    level,
    method: "percentile bootstrap",
    replicates,
    seed,
    undefinedDraws: counts.map((count) => replicates - count),
  };
}
