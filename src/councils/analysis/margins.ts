import type { Dataset, Assessment } from "../data/dataset.js";
import { bandOfSum, maxSum, minSum } from "../framework.js";
import type { Rating } from "../framework.js";
import { select } from "./select.js";
import type { AnalysisOptions, Need, Selection } from "./select.js";

export interface CouncilMargin extends Pick<Assessment, "gssCode" | "council" | "scores"> {
  /** The word that the sum carries. */
  readonly rating: Rating;
  readonly sum: number;
  /** Statement-points down that change the word; null where the band is the lowest. */
  readonly toLower: number | null;
  /** Statement-points up that change the word; null where the band is the highest. */
  readonly toHigher: number | null;
}

export interface Margins extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  /** Councils for which one statement scored one point lower, or higher, carries another word. */
  readonly onePoint: { readonly lose: number; readonly gain: number };
  /** In the order of the data. */
  readonly councils: readonly CouncilMargin[];
}

/**
 * How many statement-points lie between each council's sum and the next word, either way. Nothing
 * is estimated: it is arithmetic on the published scores.
 *
 * `need` is `"scores"`, councils with nine known scores, or `"sum"`, which adds those whose
 * percentage is known and determines the sum.
 */
export function margins(
  dataset: Dataset,
  {
    need = "scores",
    ...options
  }: AnalysisOptions & { readonly need?: Extract<Need, "sum" | "scores"> } = {},
): Margins {
  const { scheme, set, assessments, n, leftOut } = select(dataset, need, options);
  const councils = assessments.map(({ gssCode, council, scores, sum: known }): CouncilMargin => {
    const sum = known!;
    const { rating, from, to } = bandOfSum(sum);
    return {
      gssCode,
      council,
      rating,
      sum,
      toLower: from === minSum ? null : sum - from + 1,
      toHigher: to === maxSum ? null : to - sum + 1,
      scores,
    };
  });
  const lose = councils.filter((council) => council.toLower === 1).length;
  const gain = councils.filter((council) => council.toHigher === 1).length;
  return { scheme, set, n, leftOut, onePoint: { lose, gain }, councils };
}
