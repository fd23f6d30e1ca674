import { perObject } from "../perObject.js";
import { cutsOf, ratingOfScores, ratingRank, totalsOf } from "./scheme.js";
import type { Scheme, Score } from "./scheme.js";
import { totalOf } from "./total.js";

/** The place, from 0, of the word that each total carries, from total 0; null where totals decide none. */
const ranksOfTotals = perObject((scheme: Scheme): readonly number[] | null => {
  const cuts = cutsOf(scheme);
  if (cuts === null) return null;
  return Array.from(
    { length: totalsOf(scheme).max + 1 },
    (_, total) => cuts.filter((cut) => total >= cut).length,
  );
});

/**
 * Limits ask how many parts have each level and nothing else, so that bodies with the same counts are
 * judged once, however often they are drawn.
 */
const ranksByLimits = perObject((scheme: Scheme): ((grades: readonly Score[]) => number) => {
  const judge = (grades: readonly Score[]) => ratingRank(scheme, ratingOfScores(scheme, grades)!);
  // The counts as the digits of one number: what a part of each level adds to it.
  const digits = scheme.levels.map((_, i) => (scheme.parts.length + 1) ** i);
  if ((scheme.parts.length + 1) * digits.at(-1)! > Number.MAX_SAFE_INTEGER) return judge;
  const known = new Map<number, number>();
  return (grades) => {
    let counts = 0;
    for (let j = 0; j < grades.length; j++) counts += digits[grades[j] - 1];
    const rank = known.get(counts) ?? judge(grades);
    known.set(counts, rank);
    return rank;
  };
});

/** The scheme's rule, from known grades to the word's place, or null where it gives no word. */
export function ruleOf(scheme: Scheme): ((grades: readonly Score[]) => number) | null {
  const ranks = ranksOfTotals(scheme);
  if (ranks !== null) return (grades) => ranks[totalOf(grades)];
  return scheme.whole.rule === "limits" ? ranksByLimits(scheme) : null;
}
