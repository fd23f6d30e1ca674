import { withoutSum } from "./incomputable.js";
import type { Incomputable } from "./incomputable.js";
import type { Profile } from "./profile.js";
import { bandOfSum, cutsOf, sumOfScores, totalsOf } from "./scheme.js";
import type { Rating, Scheme } from "./scheme.js";

/** How far a total lies from the next word either way, in points. */
export interface Margin {
  /** The word that the total carries. */
  readonly rating: Rating;
  /** Points down that change the word; null where it is the lowest. */
  readonly toLower: number | null;
  /** Points up that change the word; null where it is the highest. */
  readonly toHigher: number | null;
}

/** The margin of a total. Throws a RangeError for no total, or where totals decide no word. */
export function marginOf(scheme: Scheme, total: number): Margin {
  const { min, max } = totalsOf(scheme);
  const { rating, from, to } = bandOfSum(scheme, total);
  return {
    rating,
    toLower: from === min ? null : total - from + 1,
    toHigher: to === max ? null : to - total + 1,
  };
}

/** Of some margins, how many one point less, or more, on one part gives another word. */
export function onePointOf(margins: readonly Margin[]): {
  readonly lose: number;
  readonly gain: number;
} {
  return {
    lose: margins.filter(({ toLower }) => toLower === 1).length,
    gain: margins.filter(({ toHigher }) => toHigher === 1).length,
  };
}

/**
 * How far each body's total lies from another rating, in points, and how many lie one point away.
 */
export interface MarginsOf {
  readonly n: number;
  /** Null where totals decide no word. */
  readonly onePoint: { readonly lose: number; readonly gain: number } | null;
  /** In the order of the profiles. */
  readonly margins: readonly (Margin & { readonly id: string; readonly total: number })[];
  readonly incomputable: readonly Incomputable[];
}

/**
 * How many points lie between each body's total and the next word, either way, of bodies with every
 * grade known. Nothing is estimated: it is arithmetic on the published grades.
 */
export function marginsOf(scheme: Scheme, profiles: readonly Profile[]): MarginsOf {
  if (cutsOf(scheme) === null) {
    const incomputable = [{ quantity: "onePoint", reason: withoutSum }];
    return { n: 0, onePoint: null, margins: [], incomputable };
  }
  const margins = profiles.flatMap(({ id, grades }) => {
    const total = sumOfScores(scheme, grades);
    return total === null ? [] : [{ id, total, ...marginOf(scheme, total) }];
  });
  return { n: margins.length, onePoint: onePointOf(margins), margins, incomputable: [] };
}
