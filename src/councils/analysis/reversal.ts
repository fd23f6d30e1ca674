import type { Assessment } from "../data/dataset.js";
import type { Rating } from "../framework.js";
import { bootstrap } from "../../statistics/bootstrap.js";
import type { Bootstrap, SimulationOptions } from "../../statistics/bootstrap.js";

/**
 * Pairs of a council rated Requires improvement and one rated Good: in how many the former is
 * higher on at least one statement.
 */
export interface Reversal {
  /** higher / pairs, 0 to 1; null where one of the two words is missing. */
  readonly estimate: number | null;
  readonly pairs: number;
  readonly higher: number;
  /** 95%, drawing councils, not pairs, with replacement. */
  readonly interval: readonly [number, number] | null;
  /** How the interval was made; null where there is none. */
  readonly bootstrap: Omit<Bootstrap, "intervals"> | null;
}

type Scores = readonly number[];

function isHigherSomewhere(a: Scores, b: Scores): boolean {
  return a.some((score, i) => score > b[i]);
}

/** Counts reversals over all pairs of assessments with nine known scores. */
export function reversalOf(
  assessments: readonly Assessment[],
  options: SimulationOptions,
): Reversal {
  // Councils with the same nine scores are the same to every pair, so kinds are compared.
  const kindOf = new Map<string, number>();
  const kinds: Assessment[] = [];
  const units = assessments.map((a) => {
    const key = a.scores.join("");
    const kind = kindOf.get(key) ?? kinds.push(a) - 1;
    kindOf.set(key, kind);
    return kind;
  });
  const carrying = (rating: Rating) =>
    kinds.flatMap((kind, i) => (kind.impliedRating === rating ? [i] : []));
  const [weak, good] = [carrying("Requires improvement"), carrying("Good")];
  const scores = kinds.map((kind) => kind.scores.map(Number));
  const isHigher = weak.map((i) =>
    Uint8Array.from(good, (j) => Number(isHigherSomewhere(scores[i], scores[j]))),
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
  const observed = count(units);
  if (observed.estimate === null) return { ...observed, interval: null, bootstrap: null };
  const { intervals, ...how } = bootstrap(units, (sample) => [count(sample).estimate], options);
  return { ...observed, interval: intervals[0], bootstrap: how };
}
