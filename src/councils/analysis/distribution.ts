import type { Dataset } from "../data/dataset.js";
import type { Rating } from "../../ratings/scheme.js";
import { countByRating } from "./countByRating.js";
import { wordOf } from "./councilProfiles.js";
import { isGoodOrBetter } from "./isGoodOrBetter.js";
import { rate } from "./rate.js";
import type { Rate } from "./rate.js";
import { select } from "./select.js";
import type { AnalysisOptions, Need, Selection } from "./select.js";

/** How totals and ratings are spread over councils. */
export interface Distribution extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  /** Councils at each sum that occurs, in ascending order of the sum. */
  readonly sumCounts: Readonly<Record<string, number>>;
  /** Councils by the word that the sum carries. */
  readonly ratingCounts: Readonly<Record<Rating, number>>;
  /** Null where no sum is known. */
  readonly meanSum: number | null;
  /** Councils whose sum carries a word that is good or better. */
  readonly goodOrBetter: Rate;
}

/**
 * How many councils have each sum of nine scores, and each word that a sum carries.
 *
 * `need` is `"scores"`, councils with nine known scores, or `"sum"`, which adds those whose
 * percentage is known and determines the sum.
 */
export function distribution(
  dataset: Dataset,
  {
    need = "scores",
    ...options
  }: AnalysisOptions & { readonly need?: Extract<Need, "sum" | "scores"> } = {},
): Distribution {
  const { scheme, set, assessments, n, leftOut } = select(dataset, need, options);
  const sumCounts: Record<string, number> = {};
  for (const { sum } of assessments) sumCounts[sum!] = (sumCounts[sum!] ?? 0) + 1;
  const worded = assessments.filter((a) => wordOf(scheme, a) !== null);
  const points = assessments.reduce((total, { sum }) => total + sum!, 0);
  return {
    scheme,
    set,
    n,
    leftOut,
    sumCounts,
    ratingCounts: countByRating(scheme, assessments, (a) => wordOf(scheme, a)),
    meanSum: n === 0 ? null : points / n,
    goodOrBetter: rate(worded.filter(isGoodOrBetter(scheme)).length, worded.length),
  };
}

/** The sums that the most councils have, in ascending order, and how many have each. */
export function mostCommonSums({ sumCounts }: Pick<Distribution, "sumCounts">): {
  readonly sums: readonly number[];
  readonly councils: number;
} {
  const councils = Math.max(0, ...Object.values(sumCounts));
  const sums = Object.keys(sumCounts).map(Number);
  return { sums: sums.filter((sum) => sumCounts[sum] === councils), councils };
}
