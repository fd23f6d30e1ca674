import type { CouncilCoverage } from "../analysis/coverage.js";
import { eitherOf } from "../data/disputedScores.js";
import { notKnown, ratingWords, withdrawnWords } from "../data/publicRating.js";

/** What a table may say of a council's rating: the rating, or why there is none. */
export function shownRating(council: CouncilCoverage): string {
  const { part, rating, confidence, isReportedWithdrawn } = council;
  if (part === "withdrawn") return withdrawnWords(!isReportedWithdrawn);
  return ratingWords({ rating, confidence }) ?? notKnown;
}

/** Its total beside it: two where a score is disputed; null where it is not known or not confirmed. */
export function shownTotal({ sum, otherSum, part }: CouncilCoverage): number | string | null {
  if (part === "lowConfidence") return null;
  return eitherOf(sum, otherSum);
}
