import type { Dataset } from "../data/dataset.js";
import { currentCouncils } from "../data/successions.js";
import { goodRank, ratingsOf } from "../../ratings/scheme.js";
import type { Rating } from "../../ratings/scheme.js";
import { countByRating } from "./countByRating.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";

/** How many councils hold each published rating. */
export interface Words extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  /** Councils by published word. */
  readonly counts: Readonly<Record<Rating, number>>;
  /** The same without words of low confidence. */
  readonly countsWithoutLow: Readonly<Record<Rating, number>>;
  /** Councils in England whose word is not known in this set. */
  readonly unknown: number;
  /** Councils whose word is not known, or known with low confidence only. */
  readonly uncertain: number;
  /**
   * The share of all councils in England with each word, 0 to 1, in the two worst cases: none, or
   * all, of the uncertain councils have it. Without any council, 0 and 1.
   */
  readonly bounds: Readonly<Record<Rating, ShareBounds>>;
  /** The same of the words that are good or better together. */
  readonly goodOrBetter: ShareBounds;
}

/** A share, 0 to 1, at the least and at the most. */
export interface ShareBounds {
  readonly low: number;
  readonly high: number;
}

/**
 * Published words of the councils' current formal assessments, and what is not known of the rest.
 * The bounds are not an interval: they hold whatever the unknown words are, and whether or not the
 * words of low confidence are right.
 */
export function words(dataset: Dataset, options: AnalysisOptions = {}): Words {
  const { scheme, set, assessments, n, leftOut } = select(dataset, "rating", options);
  const sure = assessments.filter((a) => a.confidence !== "low");
  const countsWithoutLow = countByRating(scheme, sure, (a) => a.rating);
  const councils = currentCouncils(dataset).length;
  const uncertain = councils - sure.length;
  const boundsOf = (count: number): ShareBounds =>
    councils === 0
      ? { low: 0, high: 1 }
      : { low: count / councils, high: (count + uncertain) / councils };
  const ratings = ratingsOf(scheme);
  const bounds = Object.fromEntries(
    ratings.map((rating) => [rating, boundsOf(countsWithoutLow[rating])]),
  ) as Record<Rating, ShareBounds>;
  return {
    scheme,
    set,
    n,
    leftOut,
    counts: countByRating(scheme, assessments, (a) => a.rating),
    countsWithoutLow,
    unknown: councils - n,
    uncertain,
    bounds,
    goodOrBetter: boundsOf(
      ratings.slice(goodRank(scheme)).reduce((sum, rating) => sum + countsWithoutLow[rating], 0),
    ),
  };
}
