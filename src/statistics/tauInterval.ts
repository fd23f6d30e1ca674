import { bootstrap } from "./bootstrap.js";
import type { Bootstrap, SimulationOptions } from "./bootstrap.js";
import { pairing } from "./kendall.js";

/**
 * A function that gives the tau-b of resampled pairs from how often each pair is drawn, in the
 * pairs' order of x.
 */
function resampledTauB({ runEnds, levels, levelCount }: ReturnType<typeof pairing>) {
  const ends = Int32Array.from(runEnds);
  // A Fenwick tree of how many drawn pairs so far have each level of y.
  const tree = new Int32Array(levelCount + 1);
  const atLevel = new Int32Array(levelCount + 1);
  const pairs = (count: number) => (count * (count - 1)) / 2;
  return (times: Int32Array): number | null => {
    tree.fill(0);
    atLevel.fill(0);
    let s = 0;
    let seen = 0;
    let untiedX = 0;
    for (let start = 0, run = 0; run < ends.length; start = ends[run++]) {
      let drawn = 0;
      for (let i = start; i < ends[run]; i++) {
        if (times[i] === 0) continue;
        let below = 0;
        for (let node = levels[i] - 1; node > 0; node -= node & -node) below += tree[node];
        s += times[i] * (2 * below + atLevel[levels[i]] - seen);
        drawn += times[i];
      }
      // Pairs of equal x count neither way, so a run joins the tree once it is over.
      for (let i = start; i < ends[run]; i++) {
        if (times[i] === 0) continue;
        atLevel[levels[i]] += times[i];
        for (let node = levels[i]; node <= levelCount; node += node & -node) tree[node] += times[i];
      }
      untiedX += seen * drawn;
      seen += drawn;
    }
    let untiedY = pairs(seen);
    for (const count of atLevel) untiedY -= pairs(count);
    const untied = untiedX * untiedY;
    return untied === 0 ? null : s / Math.sqrt(untied);
  };
}

export interface TauInterval extends Omit<Bootstrap, "intervals" | "undefinedDraws"> {
  /** Null where too few draws vary in both x and y. */
  readonly interval: readonly [number, number] | null;
  /** Draws that do not vary in x or in y. */
  readonly undefinedDraws: number;
}

/**
 * A percentile bootstrap interval for Kendall's tau-b: draws pairs with replacement. Throws a
 * RangeError for lists of different lengths, a value that is not finite, or no pairs.
 */
export function tauInterval(
  x: readonly number[],
  y: readonly number[],
  options: SimulationOptions & { readonly level?: number } = {},
): TauInterval {
  const laidOut = pairing(x, y);
  const tauOf = resampledTauB(laidOut);
  const times = new Int32Array(laidOut.n);
  const { intervals, undefinedDraws, ...how } = bootstrap(
    x.map((_, place) => place),
    (sample) => {
      times.fill(0);
      for (const place of sample) times[place]++;
      return [tauOf(times)];
    },
    options,
  );
  return { interval: intervals[0], ...how, undefinedDraws: undefinedDraws[0] };
}
