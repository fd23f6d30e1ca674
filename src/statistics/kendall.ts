import { permutationTest } from "./permutation.js";
import type { PermutationTest } from "./permutation.js";
import type { SimulationOptions } from "./bootstrap.js";
import { tieSizes } from "./ranks.js";
import { normalUpperTail } from "./upperTails.js";

/** Pairs of values laid out so that concordant pairs can be counted in n log n steps. */
export interface Pairing {
  readonly n: number;
  /** Where each run of equal x ends, the pairs being in the order of x. */
  readonly runEnds: readonly number[];
  /** For each pair in that order, the place of its y among the distinct values of y, from 1. */
  readonly levels: Int32Array;
  readonly levelCount: number;
  readonly xTies: readonly number[];
  readonly yTies: readonly number[];
}

/** Throws a RangeError for lists of different lengths or a value that is not finite. */
export function pairing(x: readonly number[], y: readonly number[]): Pairing {
  if (x.length !== y.length)
    throw new RangeError(`expected pairs: ${x.length} and ${y.length} values`);
  const wrong = [...x, ...y].find((value) => !Number.isFinite(value));
  if (wrong !== undefined) throw new RangeError(`expected finite numbers: ${wrong}`);
  const order = x.map((_, i) => i).sort((i, j) => x[i] - x[j]);
  const distinct = [...new Set(y)].sort((a, b) => a - b);
  const level = new Map(distinct.map((value, i) => [value, i + 1]));
  const xTies = tieSizes(x);
  let end = 0;
  return {
    n: x.length,
    runEnds: xTies.map((size) => (end += size)),
    levels: Int32Array.from(order, (i) => level.get(y[i])!),
    levelCount: distinct.length,
    xTies,
    yTies: tieSizes(y),
  };
}

/**
 * Kendall's S: pairs ordered alike by x and y less pairs ordered against each other; ties count 0.
 * Gives a function of the levels of y, which may stand in another order than the pairing's own.
 */
export function concordance({
  n,
  runEnds,
  levelCount,
}: Pick<Pairing, "n" | "runEnds" | "levelCount">): (levels: Int32Array) => number {
  const ends = Int32Array.from(runEnds);
  // A Fenwick tree of how many earlier pairs have each level, and how many have it exactly.
  const tree = new Int32Array(levelCount + 1);
  const atLevel = new Int32Array(levelCount + 1);
  return (levels) => {
    tree.fill(0);
    atLevel.fill(0);
    let s = 0;
    for (let start = 0, run = 0; start < n; start = ends[run++]) {
      const end = ends[run];
      for (let i = start; i < end; i++) {
        let below = 0;
        for (let node = levels[i] - 1; node > 0; node &= node - 1) below += tree[node];
        s += 2 * below + atLevel[levels[i]] - start;
      }
      // Pairs of equal x count neither way, so a run joins the tree once it is over.
      for (let i = start; i < end; i++) {
        atLevel[levels[i]]++;
        for (let node = levels[i]; node <= levelCount; node += node & -node) tree[node]++;
      }
    }
    return s;
  };
}

/** The sum over ties of f of their size. */
function overTies(ties: readonly number[], f: (t: number) => number): number {
  return ties.reduce((sum, t) => sum + f(t), 0);
}

/**
 * The variance of S when x and y are unrelated, corrected for ties.
 *
 * Source: Kendall, Rank Correlation Methods (4th edition, 1970), chapter 4.
 */
export function concordanceVariance({ n, xTies, yTies }: Pairing): number {
  const pairs = (t: number) => t * (t - 1);
  const spread = (t: number) => pairs(t) * (2 * t + 5);
  const triples = (t: number) => pairs(t) * (t - 2);
  if (n < 2) return 0;
  return (
    (spread(n) - overTies(xTies, spread) - overTies(yTies, spread)) / 18 +
    (overTies(xTies, pairs) * overTies(yTies, pairs)) / (2 * pairs(n)) +
    (n > 2 ? (overTies(xTies, triples) * overTies(yTies, triples)) / (9 * triples(n)) : 0)
  );
}

function tauBOf(pairs: Pairing): number | null {
  const within = (ties: readonly number[]) => overTies(ties, (t) => (t * (t - 1)) / 2);
  const all = within([pairs.n]);
  const untied = (all - within(pairs.xTies)) * (all - within(pairs.yTies));
  return untied === 0 ? null : concordance(pairs)(pairs.levels) / Math.sqrt(untied);
}

/**
 * Kendall's tau-b of paired values, from -1 to 1: concordant less discordant pairs, over the
 * geometric mean of the pairs untied in x and in y. `null` where either never varies. Throws a
 * RangeError for lists of different lengths or a value that is not finite.
 */
export function tauB(x: readonly number[], y: readonly number[]): number | null {
  return tauBOf(pairing(x, y));
}

/** Two-sided: away from 0 either way. Greater: towards 1. */
export type Alternative = "two-sided" | "greater";

export interface Kendall {
  readonly n: number;
  readonly tauB: number;
  readonly alternative: Alternative;
  /** By the normal approximation, corrected for ties, without continuity correction. */
  readonly asymptoticP: number;
  readonly permutation: PermutationTest;
}

/**
 * Tau-b with the test that x and y are unrelated, by the normal approximation and by seeded
 * permutation. `null` where either never varies; throws as {@link tauB} does.
 */
export function kendall(
  x: readonly number[],
  y: readonly number[],
  {
    alternative = "two-sided",
    ...simulation
  }: SimulationOptions & { readonly alternative?: Alternative } = {},
): Kendall | null {
  const pairs = pairing(x, y);
  const tau = tauBOf(pairs);
  if (tau === null) return null;
  const sOf = concordance(pairs);
  const s = sOf(pairs.levels);
  const size = alternative === "two-sided" ? Math.abs : (value: number) => value;
  const tail = normalUpperTail(size(s) / Math.sqrt(concordanceVariance(pairs)));
  const levels = pairs.levels.slice();
  return {
    n: pairs.n,
    tauB: tau,
    alternative,
    asymptoticP: alternative === "two-sided" ? 2 * tail : tail,
    permutation: permutationTest(
      size(s),
      (stream) => size(sOf(stream.shuffle(levels))),
      simulation,
    ),
  };
}
