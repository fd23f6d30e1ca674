import { ruleOf } from "../../ratings/rule.js";
import { goodRank, goodScore, type Scheme, type Score } from "../../ratings/scheme.js";
import type { ServiceKind } from "./serviceRows.js";
import { stepsTo } from "./stepsTo.js";

/** Services to which the published rule gives another rating than CQC did. */
export interface RuleException {
  /** Places of the two ratings, from 0. */
  readonly published: number;
  readonly byRule: number;
  readonly n: number;
}

/** Services that are as many steps from another rating; `steps` is null where none leads there. */
export interface StepsAway {
  readonly steps: number | null;
  readonly n: number;
}

/** Services with one rating, and what is behind it. */
export interface BehindOne {
  /** The rating's place, from 0. */
  readonly rank: number;
  readonly n: number;
  /** Services whose parts all have that rating too. */
  readonly allOwn: number;
  /** Their parts by grade, from the lowest. */
  readonly parts: readonly number[];
  /** Services by how many parts are graded below good, from none to all. */
  readonly byLowParts: readonly number[];
  /** Of those with one part below good, by which. */
  readonly oneLow: readonly number[];
  /** Parts that are good or better, on average. */
  readonly meanGoodParts: number | null;
  /**
   * Services with the rating that the rule gives, by the fewest parts that must each move one level for
   * the next rating up; null: none.
   */
  readonly stepsUp: readonly StepsAway[];
  readonly stepsDown: readonly StepsAway[];
}

/** The five parts that stand behind each rating of care services. */
export interface BehindRating {
  /** Services whose whole and five parts are all rated. */
  readonly n: number;
  /** Those with the rating that the published rule gives; null where the scheme has no rule. */
  readonly byRule: number | null;
  readonly exceptions: readonly RuleException[];
  /** From the lowest rating. */
  readonly ratings: readonly BehindOne[];
  /** Rated good or better, and of these with a part below good. */
  readonly lowUnderGood: { readonly n: number; readonly count: number };
  /** Pairs of services with different ratings, and those whose lower one has the higher total. */
  readonly pairs: { readonly n: number; readonly reversed: number };
  /** The entropy of the rating over that of the pattern, 0 to 1; null without variation. */
  readonly kept: number | null;
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

function behindOne(scheme: Scheme, kinds: readonly ServiceKind[], rank: number): BehindOne {
  const good = goodScore(scheme);
  const rule = ruleOf(scheme);
  const own = kinds.filter((kind) => kind.rank === rank);
  const n = sum(own.map(({ times }) => times));
  const lowOf = (grades: readonly Score[]) => grades.filter((grade) => grade < good).length;
  const withLow = (low: number) => own.filter(({ grades }) => lowOf(grades) === low);
  const timesOf = (some: readonly ServiceKind[]) => sum(some.map(({ times }) => times));
  const steps = (up: boolean) => {
    const found = new Map<number | null, number>();
    for (const { grades, times } of own) {
      // A service whose rating the rule does not give is not so many steps from another by it.
      if (rule !== null && rule(grades) !== rank) continue;
      const fewest = stepsTo(scheme, grades, rank, up);
      found.set(fewest, (found.get(fewest) ?? 0) + times);
    }
    return [...found].map(([fewest, many]): StepsAway => ({ steps: fewest, n: many }));
  };
  return {
    rank,
    n,
    allOwn: timesOf(own.filter(({ grades }) => grades.every((grade) => grade === rank + 1))),
    parts: scheme.levels.map((_, i) =>
      sum(own.map(({ grades, times }) => times * grades.filter((one) => one === i + 1).length)),
    ),
    byLowParts: Array.from({ length: scheme.parts.length + 1 }, (_, low) => timesOf(withLow(low))),
    oneLow: scheme.parts.map((_, i) =>
      timesOf(withLow(1).filter(({ grades }) => grades[i] < good)),
    ),
    meanGoodParts:
      n === 0
        ? null
        : sum(own.map(({ grades, times }) => (scheme.parts.length - lowOf(grades)) * times)) / n,
    stepsUp: steps(true),
    stepsDown: steps(false),
  };
}

function entropy(counts: Iterable<number>, n: number): number {
  let found = 0;
  for (const count of counts) if (count > 0) found -= (count / n) * Math.log(count / n);
  return found;
}

/** Pairs of services with different ratings; reversed where the lower one has the higher total. */
function pairsOf(kinds: readonly ServiceKind[]): BehindRating["pairs"] {
  let [n, reversed] = [0, 0];
  for (const low of kinds)
    for (const high of kinds) {
      if (low.rank >= high.rank) continue;
      n += low.times * high.times;
      if (sum(low.grades) > sum(high.grades)) reversed += low.times * high.times;
    }
  return { n, reversed };
}

/** Services that are alike as one kind: they are compared in pairs. */
function merged(kinds: readonly ServiceKind[]): ServiceKind[] {
  const found = new Map<string, ServiceKind>();
  for (const kind of kinds) {
    const key = `${kind.rank} ${kind.grades.join()}`;
    found.set(key, { ...kind, times: kind.times + (found.get(key)?.times ?? 0) });
  }
  return [...found.values()];
}

/** What stands behind the rating of care services: counts alone, of no service by itself. */
export function behindRating(scheme: Scheme, services: readonly ServiceKind[]): BehindRating {
  const kinds = merged(services);
  const n = sum(kinds.map(({ times }) => times));
  const rule = ruleOf(scheme);
  const good = goodRank(scheme);
  const exceptions = new Map<string, RuleException>();
  for (const { grades, rank, times } of kinds) {
    const byRule = rule === null ? rank : rule(grades);
    if (byRule === rank) continue;
    const way = `${rank} ${byRule}`;
    exceptions.set(way, {
      published: rank,
      byRule,
      n: times + (exceptions.get(way)?.n ?? 0),
    });
  }
  const ratings = scheme.levels.map((_, rank) => behindOne(scheme, kinds, rank));
  const goodOnes = ratings.slice(good);
  const whole = entropy(
    kinds.map(({ times }) => times),
    n,
  );
  const out = sum([...exceptions.values()].map((one) => one.n));
  return {
    n,
    byRule: rule === null ? null : n - out,
    exceptions: [...exceptions.values()].sort((a, b) => b.n - a.n),
    ratings,
    lowUnderGood: {
      n: sum(goodOnes.map((one) => one.n)),
      count: sum(goodOnes.flatMap((one) => one.byLowParts.slice(1))),
    },
    pairs: pairsOf(kinds),
    kept:
      n === 0 || whole === 0
        ? null
        : entropy(
            ratings.map((one) => one.n),
            n,
          ) / whole,
  };
}
