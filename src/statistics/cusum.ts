import { defaultReplicates, defaultSeed } from "./bootstrap.js";
import type { SimulationOptions } from "./bootstrap.js";
import { random } from "./random.js";

export interface CusumPoint {
  readonly time: number;
  /** Values up to and including this time. */
  readonly n: number;
  /** The sum of their deviations from the mean of all. */
  readonly cusum: number;
  /** Where the middle 95% of permuted paths lie at this time. */
  readonly low: number;
  readonly high: number;
}

export interface Cusum {
  readonly n: number;
  readonly mean: number;
  readonly points: readonly CusumPoint[];
  /** How likely a path that strays at least as far anywhere is when the order says nothing. */
  readonly p: number;
  readonly level: number;
  readonly replicates: number;
  readonly seed: number;
}

/**
 * The cumulative sum of deviations from the mean in order of time, with a pointwise band and a
 * test of its largest excursion, both from seeded permutation of the values. Values of one time
 * are added together, so that their order does not matter. `null` where all values are equal or
 * there are fewer than two times. Throws a RangeError for lists of different lengths or no draws.
 */
export function cusum(
  values: readonly number[],
  times: readonly number[],
  { replicates = defaultReplicates, seed = defaultSeed }: SimulationOptions = {},
): Cusum | null {
  if (values.length !== times.length)
    throw new RangeError(`expected pairs: ${values.length} and ${times.length} values`);
  if (!(replicates >= 1)) throw new RangeError(`expected at least one draw: ${replicates}`);
  const n = values.length;
  const order = times.map((_, i) => i).sort((i, j) => times[i] - times[j]);
  const ends = order.flatMap((index, place) =>
    place === n - 1 || times[order[place + 1]] !== times[index] ? [place + 1] : [],
  );
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const deviations = Float64Array.from(order, (i) => values[i] - mean);
  if (ends.length < 2 || new Set(values).size < 2) return null;

  const path = () => {
    let sum = 0;
    let place = 0;
    return ends.map((end) => {
      for (; place < end; place++) sum += deviations[place];
      return sum;
    });
  };
  const excursion = (points: readonly number[]) => Math.max(...points.map(Math.abs));
  const observed = path();
  const threshold = excursion(observed) * (1 - 1e-9);
  const stream = random(seed);
  let atLeast = 1;
  const drawn = ends.map(() => new Float64Array(replicates));
  for (let draw = 0; draw < replicates; draw++) {
    stream.shuffle(deviations);
    const permuted = path();
    permuted.forEach((value, i) => (drawn[i][draw] = value));
    if (excursion(permuted) >= threshold) atLeast++;
  }
  // The k-th smallest and k-th largest of the draws, for 2.5% of draws plus one on each side.
  const k = Math.max(1, Math.floor(0.025 * (replicates + 1)));
  return {
    n,
    mean,
    points: ends.map((end, i) => {
      const sorted = drawn[i].sort();
      return {
        time: times[order[end - 1]],
        n: end,
        cusum: end === n ? 0 : observed[i],
        low: end === n ? 0 : sorted[k - 1],
        high: end === n ? 0 : sorted[replicates - k],
      };
    }),
    p: atLeast / (replicates + 1),
    level: 0.95,
    replicates,
    seed,
  };
}
