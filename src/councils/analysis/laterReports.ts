import type { Dataset } from "../data/dataset.js";
import { isGoodOrBetter } from "../../ratings/scheme.js";
import { select, type AnalysisOptions } from "./select.js";
import type { Assessment } from "../data/dataset.js";

interface Part {
  readonly n: number;
  /** Of those, how many have the lowest rating that is good or one above it. */
  readonly goodOrBetter: number;
}

/** What is known of reports outside the complete set. */
export interface LaterReports {
  /** The day to which the data are complete, `YYYY-MM-DD`. */
  readonly completeTo: string;
  /** Councils whose scores are all known. */
  readonly withScores: Part;
  /** The others with a known rating. */
  readonly others: Part;
}

/**
 * Ratings known beyond the complete set, with and without all scores. They were found one at a time,
 * and the two parts show which way that leans.
 */
export function laterReports(
  dataset: Dataset,
  options: Pick<AnalysisOptions, "withoutLowConfidence"> = {},
): LaterReports {
  const { scheme, assessments } = select(dataset, "rating", { ...options, set: "all" });
  const later = assessments.filter((a) => !a.inCompleteSet);
  const part = (some: readonly Assessment[]): Part => ({
    n: some.length,
    goodOrBetter: some.filter((a) => isGoodOrBetter(scheme, a.rating!)).length,
  });
  const hasScores = (a: Assessment) => a.scores.every((score) => score !== null);
  return {
    completeTo: dataset.completeTo,
    withScores: part(later.filter(hasScores)),
    others: part(later.filter((a) => !hasScores(a))),
  };
}
