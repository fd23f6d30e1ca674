import type { Dataset } from "../data/dataset.js";
import { withoutSum } from "../../ratings/incomputable.js";
import type { Incomputable } from "../../ratings/incomputable.js";
import { cutsOf } from "../../ratings/scheme.js";
import { selectSummed } from "./councilProfiles.js";
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

/** The places that councils of one total share, since their order says nothing. */
export interface TieRanges extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  /** For each sum that occurs, from the highest. */
  readonly ranges: readonly TieRange[];
  readonly incomputable: readonly Incomputable[];
}

/**
 * What a sum of scores says of a council's place among the others: a range, since councils
 * with the same sum share all its places. No council is named and none is given a place of its
 * own. Without councils, or where no total decides the word, there are no
 * ranges.
 */
export function tieRanges(dataset: Dataset, options: AnalysisOptions = {}): TieRanges {
  const { scheme, set, n, leftOut, assessments } = selectSummed(dataset, "scores", options);
  const counts = new Map<number, number>();
  for (const { sum } of assessments) counts.set(sum!, (counts.get(sum!) ?? 0) + 1);
  let above = 0;
  const ranges = [...counts]
    .sort(([a], [b]) => b - a)
    .map(([sum, councils]): TieRange => {
      const firstPlace = above + 1;
      above += councils;
      return { sum, n: councils, firstPlace, lastPlace: above };
    });
  const incomputable = cutsOf(scheme) === null ? [{ quantity: "ranges", reason: withoutSum }] : [];
  return { scheme, set, n, leftOut, ranges, incomputable };
}
