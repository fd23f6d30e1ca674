import type { Dataset } from "../data/dataset.js";
import { clopperPearson } from "../../statistics/binomial.js";
import type { SimulationOptions } from "../../statistics/bootstrap.js";
import { noInterval } from "../../ratings/incomputable.js";
import type { Incomputable } from "../../ratings/incomputable.js";
import { reversalOf } from "../../ratings/reversal.js";
import type { Reversal } from "../../ratings/reversal.js";
import { goodScore, ratingsOf } from "../../ratings/scheme.js";
import type { Rating, Scheme } from "../../ratings/scheme.js";
import { noPair, wordsAtGood } from "../../ratings/schemeWords.js";
import type { CompleteProfile } from "../../ratings/profile.js";
import { selectProfiles } from "./councilProfiles.js";
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

/**
 * What two councils' ratings say of their scores: reversals, statements that differ, shares that reach good.
 */
export interface Pairs extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  readonly reversal: Reversal;
  /**
   * The mean number of statements on which two different councils differ, over all pairs
   * within a word and between two words.
   */
  readonly hamming: {
    readonly within: Readonly<Record<Rating, number | null>>;
    /** By `"A|B"`, A the lower word. */
    readonly between: Readonly<Record<string, number | null>>;
  };
  /** Of councils with the lowest word that is good, those below a good score, by statement. */
  readonly shareGoodBelow3: readonly StatementShare[];
  /** Of councils with the word below it, those with a good score or a better one. */
  readonly shareRIAtLeast3: readonly StatementShare[];
  readonly incomputable: readonly Incomputable[];
}

/** How many of the councils have each score on each statement. */
function scoreCounts(group: readonly CompleteProfile[], { parts, levels }: Scheme): number[][] {
  return parts.map((_, j) => {
    const counts = levels.map(() => 0);
    for (const { grades } of group) counts[grades[j] - 1]++;
    return counts;
  });
}

/**
 * The mean distance over pairs; of two different councils where both groups are the same. Pairs
 * that agree on a statement are counted from how many councils have each score.
 */
function meanDistance(
  one: readonly CompleteProfile[],
  other: readonly CompleteProfile[],
  scheme: Scheme,
): number | null {
  const isWithin = one === other;
  const pairs = isWithin ? (one.length * (one.length - 1)) / 2 : one.length * other.length;
  if (pairs === 0) return null;
  const [a, b] = [scoreCounts(one, scheme), scoreCounts(other, scheme)];
  let agreements = 0;
  a.forEach((counts, j) =>
    counts.forEach((count, score) => {
      agreements += isWithin ? (count * (count - 1)) / 2 : count * b[j][score];
    }),
  );
  return (scheme.parts.length * pairs - agreements) / pairs;
}

function shares(
  group: readonly CompleteProfile[],
  { parts }: Scheme,
  counts: (score: number) => boolean,
) {
  const n = group.length;
  return parts.map(({ id }, statement): StatementShare => {
    const k = group.filter(({ grades }) => counts(grades[statement])).length;
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
 * scores carry. The reversal's interval draws councils with replacement, not pairs.
 */
export function pairs(dataset: Dataset, options: AnalysisOptions & SimulationOptions = {}): Pairs {
  const { scheme, set, profiles, n, leftOut } = selectProfiles(dataset, options);
  const groups = ratingsOf(scheme).map(
    (rating, place) => [rating, profiles.filter(({ rank }) => rank === place)] as const,
  );
  const carrying = new Map(groups);
  const within = Object.fromEntries(
    groups.map(([rating, group]) => [rating, meanDistance(group, group, scheme)]),
  );
  const between = Object.fromEntries(
    groups.flatMap(([lower, one], i) =>
      groups
        .slice(i + 1)
        .map(
          ([higher, other]) => [`${lower}|${higher}`, meanDistance(one, other, scheme)] as const,
        ),
    ),
  );
  const reversal = reversalOf(scheme, profiles, options);
  const words = wordsAtGood(scheme);
  const least = goodScore(scheme);
  const good = carrying.get(words.good)!;
  const weak = words.weak === null ? [] : carrying.get(words.weak)!;
  const incomputable: Incomputable[] = [];
  const note = (quantity: string, reason: string) => incomputable.push({ quantity, reason });
  for (const [rating, group] of groups)
    if (group.length < 2) note(`hamming.within.${rating}`, `fewer than two councils: ${rating}`);
  for (const key of Object.keys(between))
    if (between[key] === null) note(`hamming.between.${key}`, "no council with one of the words");
  if (reversal.estimate === null) note("reversal.estimate", noPair(scheme));
  else if (reversal.interval === null)
    note(
      "reversal.interval",
      noInterval(reversal.bootstrap!, "too many draws lack one of the words"),
    );
  if (good.length === 0) note("shareGoodBelow3", `no council is rated ${words.good}`);
  if (weak.length === 0)
    note("shareRIAtLeast3", `no council is rated ${words.weak ?? `below ${words.good}`}`);
  return {
    scheme,
    set,
    n,
    leftOut,
    reversal,
    hamming: { within, between },
    shareGoodBelow3: shares(good, scheme, (score) => score < least),
    shareRIAtLeast3: shares(weak, scheme, (score) => score >= least),
    incomputable,
  };
}
