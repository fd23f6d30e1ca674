import type { Rating } from "../../ratings/scheme.js";
import type { Assessment } from "./dataset.js";

type Known = Pick<Assessment, "rating"> & {
  readonly confidence: Assessment["confidence"] | null;
  readonly status?: Assessment["status"];
};

/** What is said where no rating is in the data. */
export const notKnown = "Not known here";
export const notConfirmed = "Not confirmed";
export const reportWithdrawn = "Report withdrawn";
export const reportedWithdrawn = "Reported withdrawn";

/** Whether a formal report was withdrawn by more than the word of one source that may be wrong. */
export const isSurelyWithdrawn = (
  rows: readonly Pick<Assessment, "kind" | "status" | "confidence">[],
) =>
  rows.some(
    ({ kind, status, confidence }) =>
      kind === "formal" && status === "withdrawn" && confidence !== "low",
  );

/** What a table says of a report that was withdrawn, or is said to be. */
export const withdrawnWords = (isSure: boolean) => (isSure ? reportWithdrawn : reportedWithdrawn);

/**
 * The rating that a page may print of a council: none where a report was withdrawn, and none where
 * one source alone gives it, until somebody has read it on CQC's page.
 */
export function publicRating({ rating, confidence, status }: Known): Rating | null {
  return confidence === "low" || status === "withdrawn" ? null : rating;
}

/** The same in words for a table: a rating, or why there is none; null where none was published. */
export function ratingWords(assessment: Known): string | null {
  if (assessment.status === "withdrawn") return withdrawnWords(assessment.confidence !== "low");
  if (assessment.rating !== null && assessment.confidence === "low") return notConfirmed;
  return publicRating(assessment);
}
