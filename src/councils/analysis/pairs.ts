import type { Assessment, Dataset } from "../data/dataset.js";
import { ratings, statements } from "../framework.js";
import type { Rating } from "../framework.js";
import { clopperPearson } from "../../statistics/binomial.js";
import type { SimulationOptions } from "../../statistics/bootstrap.js";
import { noInterval } from "./incomputable.js";
import type { Incomputable } from "./incomputable.js";
import { reversalOf } from "./reversal.js";
import type { Reversal } from "./reversal.js";
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

export interface Pairs extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  readonly reversal: Reversal;
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

/** How many of the councils have each score on each statement. */
function scoreCounts(group: readonly Assessment[]): number[][] {
  return statements.map((_, j) => {
    const counts = [0, 0, 0, 0];
    for (const { scores } of group) counts[scores[j]! - 1]++;
    return counts;
  });
}

/**
 * The mean distance over pairs; of two different councils where both groups are the same. Pairs
 * that agree on a statement are counted from how many councils have each score.
 */
function meanDistance(one: readonly Assessment[], other: readonly Assessment[]): number | null {
  const isWithin = one === other;
  const pairs = isWithin ? (one.length * (one.length - 1)) / 2 : one.length * other.length;
  if (pairs === 0) return null;
  const [a, b] = [scoreCounts(one), scoreCounts(other)];
  let agreements = 0;
  a.forEach((counts, j) =>
    counts.forEach((count, score) => {
      agreements += isWithin ? (count * (count - 1)) / 2 : count * b[j][score];
    }),
  );
  return (statements.length * pairs - agreements) / pairs;
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

/**
 * What two words hide of each other, pair by pair: how often a council with the lower word is the
 * higher on some statement, on how many statements two councils differ, and how councils with a
 * word fall on either side of a good score. Exact over all pairs; the word is the one that the
 * nine scores carry. The reversal's interval draws councils with replacement, not pairs.
 */
export function pairs(dataset: Dataset, options: AnalysisOptions & SimulationOptions = {}): Pairs {
  const { scheme, set, assessments, n, leftOut } = select(dataset, "scores", options);
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
  else if (reversal.interval === null)
    note(
      "reversal.interval",
      noInterval(reversal.bootstrap!, "too many draws lack one of the words"),
    );
  if (good.length === 0) note("shareGoodBelow3", "no council is rated Good");
  if (weak.length === 0) note("shareRIAtLeast3", "no council is rated Requires improvement");
  return {
    scheme,
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
