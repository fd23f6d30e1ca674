import type { Scheme } from "../../ratings/scheme.js";
import type { Assessment } from "./dataset.js";
import { asNumber, otherTotal, scoreWords, totalWords } from "./disputedScores.js";
import { ratingWords } from "./publicRating.js";

/** What may be printed of an assessment: nothing but that it is so where it is withdrawn or not confirmed. */
export interface PublicAssessment {
  readonly rating: string | null;
  /** A number, or "19 or 20" where a score is disputed. */
  readonly total: number | string | null;
  readonly percentage: number | null;
  readonly scores: readonly (number | string | null)[];
  /** Nothing of it is withheld, and its total is not disputed. */
  readonly hasTotal: boolean;
}

/** See {@link PublicAssessment}. */
export function publicAssessment(assessment: Assessment, { parts }: Scheme): PublicAssessment {
  const { confidence, status, percentage, sum } = assessment;
  const rating = ratingWords(assessment);
  if (confidence === "low" || status === "withdrawn")
    return {
      rating,
      total: null,
      percentage: null,
      scores: parts.map(() => null),
      hasTotal: false,
    };
  return {
    rating,
    total: asNumber(totalWords(assessment, parts)),
    percentage,
    scores: parts.map((part, i) => asNumber(scoreWords(assessment, part, i))),
    hasTotal: sum !== null && otherTotal(assessment, parts) === sum,
  };
}
