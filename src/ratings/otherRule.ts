import { completeOnly } from "./profile.js";
import type { Profile } from "./profile.js";
import { goodRank, ratingRank, ratingOfScores, ratingsOf } from "./scheme.js";
import type { Rating, Scheme } from "./scheme.js";

/**
 * A scheme whose rule of limits allows so many parts below good where it allowed one: a condition on two or
 * more parts at a level below good is on that many and one more. One part at a level stays one.
 */
export function allowing(scheme: Scheme, below: number): Scheme {
  const { whole } = scheme;
  if (whole.rule !== "limits") return scheme;
  const isLow = (level: Rating) => ratingRank(scheme, level) < goodRank(scheme);
  const limits = whole.limits.map((one) => ({
    ...one,
    if: one.if.map((limit) =>
      isLow(limit.level) && (limit.atLeast ?? 0) >= 2 ? { ...limit, atLeast: below + 1 } : limit,
    ),
  }));
  return { ...scheme, whole: { ...whole, limits } };
}

/**
 * The lowest percentage of the highest total at which a rule calls a body good, and those between
 * which it may lie, as it must be between the words on either side; null where no percentage decides.
 */
export function goodPercentage(
  scheme: Scheme,
): { readonly least: number; readonly min: number; readonly max: number } | null {
  const { whole } = scheme;
  if (whole.rule !== "sum" || whole.percentages === null) return null;
  const at = goodRank(scheme) - 1;
  const [below = -1, least, above = 101] = [at - 1, at, at + 1].map(
    (place): number | undefined => whole.percentages![place],
  );
  if (least === undefined) return null;
  return { least, min: below + 1, max: above - 1 };
}

/**
 * A scheme whose rule calls good what reaches another percentage of the highest total, for
 * {@link underRuleOf}: its cuts, which are of its own totals, stay. Where no percentage decides, the
 * scheme as it is. Throws a RangeError for one outside {@link goodPercentage}.
 */
export function goodFrom(scheme: Scheme, percentage: number): Scheme {
  const { whole } = scheme;
  const bounds = goodPercentage(scheme);
  if (bounds === null || whole.rule !== "sum") return scheme;
  const { least, min, max } = bounds;
  if (!(percentage >= min && percentage <= max))
    throw new RangeError(`expected a percentage from ${min} to ${max}: ${percentage}`);
  const percentages = whole.percentages!.map((one) => (one === least ? percentage : one));
  return { ...scheme, whole: { ...whole, percentages } };
}

/** The place of the word that one scheme's rule gives grades of another's parts, or null. */
function rankUnder(
  scheme: Scheme,
  { levels, whole }: Pick<Scheme, "levels" | "whole">,
  grades: readonly number[],
): number | null {
  if (whole.rule === "sum" && whole.percentages !== null) {
    const highest = grades.length * levels.length;
    const percentage = Math.ceil((100 * grades.reduce((sum, grade) => sum + grade, 0)) / highest);
    return whole.percentages.filter((least) => percentage >= least).length;
  }
  if (whole.rule !== "limits") return null;
  const word = ratingOfScores({ ...scheme, whole }, grades);
  return word === null ? null : ratingRank(scheme, word);
}

/** The ratings that another scheme's rule gives to the same grades. */
export interface OtherRuleResult {
  /** Bodies with every grade and the word known. */
  readonly n: number;
  /** The words, from the lowest. */
  readonly ratings: readonly Rating[];
  /** Bodies by their word (rows) and the word that the other rule gives (columns). */
  readonly moves: readonly (readonly number[])[];
  /** Why there is none; null where there is one. */
  readonly reason: string | null;
}

/**
 * The words that the rule of one scheme gives the bodies of another. Both must have the same words,
 * and the rule be a percentage of the highest total or limits on parts; else `moves` is empty, with
 * the reason. A thought experiment: neither rule was made for the other's parts, and limits bite
 * harder the more parts there are.
 */
export function underRuleOf(
  scheme: Scheme,
  profiles: readonly Profile[],
  other: Pick<Scheme, "levels" | "whole"> | undefined,
): OtherRuleResult {
  const ratings = ratingsOf(scheme);
  const without = (reason: string) => ({ n: 0, ratings, moves: [], reason });
  if (other === undefined) return without("the other scheme is not known here");
  if (ratings.join() !== ratingsOf(other).join()) return without("the two schemes' words differ");
  const known = completeOnly(scheme, profiles).filter(({ rank }) => rank !== null);
  const moves = ratings.map(() => ratings.map(() => 0));
  for (const { grades, rank } of known) {
    const to = rankUnder(scheme, other, grades);
    if (to === null) return without("the other scheme's rule is no percentage and no limits");
    moves[rank!][to] += 1;
  }
  return { n: known.length, ratings, moves, reason: null };
}
