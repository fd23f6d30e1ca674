import { bootstrap } from "../statistics/bootstrap.js";
import type { Bootstrap, SimulationOptions } from "../statistics/bootstrap.js";
import { completeOnly } from "./profile.js";
import type { CompleteProfile, Profile } from "./profile.js";
import { goodRank } from "./scheme.js";
import type { Scheme } from "./scheme.js";

/**
 * Pairs of a body whose word is the highest that is not good and one whose word is the lowest that
 * is: in how many the former is higher on at least one part.
 */
export interface Reversal {
  /** higher / pairs, 0 to 1; null where one of the two words is missing. */
  readonly estimate: number | null;
  readonly pairs: number;
  readonly higher: number;
  /** 95%, drawing bodies, not pairs, with replacement. */
  readonly interval: readonly [number, number] | null;
  /** How the interval was made; null where there is none. */
  readonly bootstrap: Omit<Bootstrap, "intervals"> | null;
}

type Grades = readonly number[];

function isHigherSomewhere(a: Grades, b: Grades): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] > b[i]) return true;
  return false;
}

/**
 * Names a body's grades and word, by a whole number where one is large enough to hold them: it is
 * found many times as fast as a text.
 */
function keyOf(scheme: Scheme): (profile: CompleteProfile) => number | string {
  const base = scheme.levels.length + 1;
  if (base ** (scheme.parts.length + 1) > Number.MAX_SAFE_INTEGER)
    return ({ grades, rank }) => `${grades.join()} ${rank}`;
  return ({ grades, rank }) => {
    let key = rank ?? scheme.levels.length;
    for (let j = 0; j < grades.length; j++) key = key * base + grades[j];
    return key;
  };
}

/** Prepares the count of reversals among samples of the same profiles. */
function reversalCounter(scheme: Scheme, profiles: readonly CompleteProfile[]) {
  // Bodies with the same grades and word are the same to every pair, so kinds are compared.
  const key = keyOf(scheme);
  const kindOf = new Map<number | string, number>();
  const kinds: CompleteProfile[] = [];
  const units = profiles.map((profile) => {
    const name = key(profile);
    const kind = kindOf.get(name) ?? kinds.push(profile) - 1;
    kindOf.set(name, kind);
    return kind;
  });
  const carrying = (rank: number) => kinds.flatMap((kind, i) => (kind.rank === rank ? [i] : []));
  const [weak, good] = [carrying(goodRank(scheme) - 1), carrying(goodRank(scheme))];
  const isHigher = weak.map((i) =>
    Uint8Array.from(good, (j) => Number(isHigherSomewhere(kinds[i].grades, kinds[j].grades))),
  );
  const times = new Int32Array(kinds.length);
  const goodTimes = new Int32Array(good.length);
  const count = (sample: readonly number[]) => {
    times.fill(0);
    for (let i = 0; i < sample.length; i++) times[sample[i]]++;
    let drawnGood = 0;
    for (let j = 0; j < good.length; j++) drawnGood += goodTimes[j] = times[good[j]];
    let higher = 0;
    let pairs = 0;
    for (let row = 0; row < weak.length; row++) {
      const drawnWeak = times[weak[row]];
      if (drawnWeak === 0) continue;
      pairs += drawnWeak * drawnGood;
      const isHigherThan = isHigher[row];
      let lower = 0;
      for (let j = 0; j < goodTimes.length; j++) lower += goodTimes[j] * isHigherThan[j];
      higher += drawnWeak * lower;
    }
    return { pairs, higher, estimate: pairs === 0 ? null : higher / pairs };
  };
  return { units, count };
}

/** The share of reversals over all pairs, 0 to 1; null without a pair. */
export function reversalShare(scheme: Scheme, profiles: readonly CompleteProfile[]): number | null {
  const { units, count } = reversalCounter(scheme, profiles);
  return count(units).estimate;
}

/** Counts reversals over all pairs of bodies with every grade and the word known. */
export function reversalOf(
  scheme: Scheme,
  profiles: readonly Profile[],
  options: SimulationOptions = {},
): Reversal {
  const { units, count } = reversalCounter(scheme, completeOnly(scheme, profiles));
  const observed = count(units);
  if (observed.estimate === null) return { ...observed, interval: null, bootstrap: null };
  const { intervals, ...how } = bootstrap(units, (sample) => [count(sample).estimate], options);
  return { ...observed, interval: intervals[0], bootstrap: how };
}
