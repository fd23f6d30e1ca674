import type { Dataset } from "../data/dataset.js";
import { distribution } from "./distribution.js";
import type { AnalysisOptions, Selection } from "./select.js";

/** The places, counted from the highest sum, that councils with one sum share. */
export interface TieRange {
  readonly sum: number;
  /** Councils that share the sum. */
  readonly n: number;
  /** One more than the councils with a higher sum. */
  readonly firstPlace: number;
  /** Councils with this sum or a higher one. */
  readonly lastPlace: number;
}

export interface TieRanges extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  /** For each sum that occurs, from the highest. */
  readonly ranges: readonly TieRange[];
}

/**
 * What a sum of nine scores says of a council's place among the others: a range, since councils
 * with the same sum share all its places. No council is named and none is given a place of its
 * own. Without councils there are no ranges.
 */
export function tieRanges(dataset: Dataset, options: AnalysisOptions = {}): TieRanges {
  const { scheme, set, n, leftOut, sumCounts } = distribution(dataset, options);
  let above = 0;
  const ranges = Object.entries(sumCounts)
    .map(([sum, councils]) => ({ sum: Number(sum), councils }))
    .sort((a, b) => b.sum - a.sum)
    .map(({ sum, councils }): TieRange => {
      const firstPlace = above + 1;
      above += councils;
      return { sum, n: councils, firstPlace, lastPlace: above };
    });
  return { scheme, set, n, leftOut, ranges };
}
