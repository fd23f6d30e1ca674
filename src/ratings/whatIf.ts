import { ExpectedError } from "../errors.js";
import { withoutSum } from "./incomputable.js";
import type { Incomputable } from "./incomputable.js";
import { meanCutsOf, rankOfMean } from "./meanCuts.js";
import type { MeanCuts } from "./meanCuts.js";
import { completeOnly } from "./profile.js";
import type { CompleteProfile, Profile } from "./profile.js";
import type { Rating, Scheme } from "./scheme.js";
import { inWords } from "./schemeWords.js";

/** A body whose word another rule would change. */
export interface Flip {
  readonly id: string;
  readonly from: Rating;
  /** The word under the other rule. */
  readonly to: Rating;
}

/** The bodies whose word `rule` changes, from its grades and its rank to another rank. */
export function flipsOf(
  { levels }: Scheme,
  profiles: readonly CompleteProfile[],
  rule: (grades: readonly number[], rank: number) => number,
): Flip[] {
  return profiles.flatMap(({ id, grades, rank }) => {
    if (rank === null) return [];
    const to = rule(grades, rank);
    return to === rank ? [] : [{ id, from: levels[rank].name, to: levels[to].name }];
  });
}

export interface OtherRule {
  /** Means of grades from which each word above the lowest is given. */
  readonly cuts?: readonly number[];
  /** A weight a part, in any unit. */
  readonly weights?: readonly number[];
}

/** Whose rating changes under the weights and cuts that were asked for. */
export interface WhatIfOf {
  readonly n: number;
  /** Null where totals decide no word. */
  readonly cuts: MeanCuts | null;
  /** Adding to 1. */
  readonly weights: readonly number[];
  /** How many would get a higher word, and a lower one. */
  readonly up: number;
  readonly down: number;
  readonly flips: readonly Flip[];
  readonly incomputable: readonly Incomputable[];
}

/**
 * Which bodies' words other cuts or other weights would change: the word of the weighted mean of the
 * grades. By default the scheme's own rule, which changes none. Throws an ExpectedError for cuts that
 * are not as many rising means as the scheme has cuts, or weights that are not a number from 0 a part.
 */
export function whatIfOf(
  scheme: Scheme,
  profiles: readonly Profile[],
  { cuts, weights = scheme.parts.map(() => 1) }: OtherRule = {},
): WhatIfOf {
  const parts = scheme.parts.length;
  const needed = scheme.levels.length - 1;
  const own = meanCutsOf(scheme);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const problems: string[] = [];
  const isRising = cuts?.every((cut, i) => (i === 0 ? !Number.isNaN(cut) : cuts[i - 1] <= cut));
  if (cuts !== undefined && (cuts.length !== needed || !isRising))
    problems.push(`cuts: expected ${inWords(needed)} rising numbers: ${cuts.join(", ")}`);
  else if (cuts?.some((cut) => cut < 1 || cut > scheme.levels.length))
    problems.push(
      `cuts: expected means of the grades, 1 to ${scheme.levels.length}, not totals: ${cuts.join(", ")}`,
    );
  if (weights.length !== parts || !weights.every((w) => w >= 0) || !(total > 0))
    problems.push(
      `weights: expected ${inWords(parts)} numbers from 0, not all 0: ${weights.join(", ")}`,
    );
  else if (!Number.isFinite(total)) problems.push(`weights: too large: ${weights.join(", ")}`);
  if (problems.length > 0) throw new ExpectedError(problems, 2);

  const shares = weights.map((weight) => weight / total);
  if (own === null) {
    const incomputable = [{ quantity: "flips", reason: withoutSum }];
    return { n: 0, cuts: null, weights: shares, up: 0, down: 0, flips: [], incomputable };
  }
  const used = cuts ?? own.nearest;
  const known = completeOnly(scheme, profiles);
  const ranked = (rating: Rating) => scheme.levels.findIndex(({ name }) => name === rating);
  const flips = flipsOf(scheme, known, (grades) =>
    rankOfMean(
      grades.reduce((mean, grade, i) => mean + grade * shares[i], 0),
      used,
    ),
  );
  const up = flips.filter(({ from, to }) => ranked(to) > ranked(from)).length;
  return {
    n: known.length,
    cuts: [...used],
    weights: shares,
    up,
    down: flips.length - up,
    flips,
    incomputable: [],
  };
}
