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
