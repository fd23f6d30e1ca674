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

/** The scheme's rule, from known grades to the word's place, or null where it gives no word. */
export function ruleOf(scheme: Scheme): ((grades: readonly Score[]) => number) | null {
  const ranks = ranksOfTotals(scheme);
  if (ranks !== null) return (grades) => ranks[totalOf(grades)];
  if (scheme.whole.rule !== "limits") return null;
  return (grades) => ratingRank(scheme, ratingOfScores(scheme, grades)!);
}
