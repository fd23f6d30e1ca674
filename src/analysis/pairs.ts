import type { Assessment, Dataset } from "../data/dataset.js";
import { ratings, statements } from "../framework.js";
import type { Rating } from "../framework.js";
import { clopperPearson } from "../statistics/binomial.js";
import { bootstrap } from "../statistics/bootstrap.js";
import type { Bootstrap, SimulationOptions } from "../statistics/bootstrap.js";
import type { Incomputable } from "./incomputable.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";

export interface StatementShare {
  /** `qs1` to `qs9`. */
  readonly statement: string;
  readonly k: number;
  readonly n: number;
  /** k / n, 0 to 1; null where n is 0. */
  readonly share: number | null;
  /** Exact 95% interval; null where n is 0. */
  readonly clopperPearson: readonly [number, number] | null;
}

export interface Pairs extends Pick<Selection, "set" | "n" | "leftOut"> {
  /**
   * Pairs of a council rated Requires improvement and one rated Good: in how many the former is
   * higher on at least one statement.
   */
  readonly reversal: {
    /** higher / pairs, 0 to 1; null where one of the two words is missing. */
    readonly estimate: number | null;
    readonly pairs: number;
    readonly higher: number;
    readonly interval: readonly [number, number] | null;
    /** How the interval was made; null where there is none. */
    readonly bootstrap: Omit<Bootstrap, "intervals"> | null;
  };
  /**
   * The mean number of statements, 0 to 9, on which two different councils differ, over all pairs
   * within a word and between two words.
   */
  readonly hamming: {
    readonly within: Readonly<Record<Rating, number | null>>;
    /** By `"A|B"`, A the lower word. */
    readonly between: Readonly<Record<string, number | null>>;
  };
  /** Of councils rated Good, those scoring 1 or 2, by statement. */
  readonly shareGoodBelow3: readonly StatementShare[];
  /** Of councils rated Requires improvement, those scoring 3 or 4, by statement. */
  readonly shareRIAtLeast3: readonly StatementShare[];
  readonly incomputable: readonly Incomputable[];
}

function isHigherSomewhere(a: Assessment, b: Assessment): boolean {
  return a.scores.some((score, i) => score! > b.scores[i]!);
}

function distance(a: Assessment, b: Assessment): number {
  return a.scores.filter((score, i) => score !== b.scores[i]).length;
}

/** The mean distance over pairs; of two different councils where both groups are the same. */
function meanDistance(one: readonly Assessment[], other: readonly Assessment[]): number | null {
  let total = 0;
  let count = 0;
  one.forEach((a, i) => {
    for (const b of one === other ? other.slice(i + 1) : other) {
      total += distance(a, b);
      count++;
    }
  });
  return count === 0 ? null : total / count;
}

function shares(group: readonly Assessment[], counts: (score: number) => boolean) {
  const n = group.length;
  return statements.map(({ id }, statement): StatementShare => {
    const k = group.filter((a) => counts(a.scores[statement]!)).length;
    return {
      statement: id,
      k,
      n,
      share: n ? k / n : null,
      clopperPearson: n ? clopperPearson(k, n) : null,
    };
  });
}

function reversalOf(
  assessments: readonly Assessment[],
  options: SimulationOptions,
): Pairs["reversal"] {
  const indices = assessments.map((_, i) => i);
  const weak = indices.filter((i) => assessments[i].impliedRating === "Requires improvement");
  const good = indices.filter((i) => assessments[i].impliedRating === "Good");
  const isHigher = weak.map((i) =>
    Uint8Array.from(good, (j) => Number(isHigherSomewhere(assessments[i], assessments[j]))),
  );
  const pairs = weak.length * good.length;
  const higher = isHigher.reduce((total, row) => total + row.reduce((t, one) => t + one, 0), 0);
  if (pairs === 0) return { estimate: null, pairs, higher, interval: null, bootstrap: null };
  const times = new Uint32Array(assessments.length);
  const share = (sample: readonly number[]) => {
    times.fill(0);
    for (const i of sample) times[i]++;
    const goodTimes = Uint32Array.from(good, (j) => times[j]);
    const drawnGood = goodTimes.reduce((total, count) => total + count, 0);
    let above = 0;
    let drawn = 0;
    for (let row = 0; row < weak.length; row++) {
      const count = times[weak[row]];
      if (count === 0) continue;
      drawn += count * drawnGood;
      for (let j = 0; j < goodTimes.length; j++) above += count * goodTimes[j] * isHigher[row][j];
    }
    return [drawn === 0 ? null : above / drawn];
  };
  const { intervals, ...how } = bootstrap(indices, share, options);
  return { estimate: higher / pairs, pairs, higher, interval: intervals[0], bootstrap: how };
}

/**
 * What two words hide of each other, pair by pair: how often a council with the lower word is the
 * higher on some statement, on how many statements two councils differ, and how councils with a
 * word fall on either side of a good score. Exact over all pairs; the word is the one that the
 * nine scores carry. The reversal's interval draws councils with replacement, not pairs.
 */
export function pairs(dataset: Dataset, options: AnalysisOptions & SimulationOptions = {}): Pairs {
  const { set, assessments, n, leftOut } = select(dataset, "scores", options);
  const carrying = new Map(
    ratings.map((rating) => [rating, assessments.filter((a) => a.impliedRating === rating)]),
  );
  const groups = [...carrying];
  const within = Object.fromEntries(
    groups.map(([rating, group]) => [rating, meanDistance(group, group)]),
  ) as Record<Rating, number | null>;
  const between = Object.fromEntries(
    groups.flatMap(([lower, one], i) =>
      groups
        .slice(i + 1)
        .map(([higher, other]) => [`${lower}|${higher}`, meanDistance(one, other)] as const),
    ),
  );
  const reversal = reversalOf(assessments, options);
  const good = carrying.get("Good")!;
  const weak = carrying.get("Requires improvement")!;
  const incomputable: Incomputable[] = [];
  const note = (quantity: string, reason: string) => incomputable.push({ quantity, reason });
  for (const [rating, group] of groups)
    if (group.length < 2) note(`hamming.within.${rating}`, `fewer than two councils: ${rating}`);
  for (const key of Object.keys(between))
    if (between[key] === null) note(`hamming.between.${key}`, "no council with one of the words");
  if (reversal.estimate === null)
    note("reversal.estimate", "no pair of a Requires improvement and a Good council");
  else if (reversal.interval === null) note("reversal.interval", "too few draws hold both words");
  if (good.length === 0) note("shareGoodBelow3", "no council is rated Good");
  if (weak.length === 0) note("shareRIAtLeast3", "no council is rated Requires improvement");
  return {
    set,
    n,
    leftOut,
    reversal,
    hamming: { within, between },
    shareGoodBelow3: shares(good, (score) => score < 3),
    shareRIAtLeast3: shares(weak, (score) => score >= 3),
    incomputable,
  };
}
