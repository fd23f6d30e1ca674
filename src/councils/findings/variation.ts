import { percent, percentInterval } from "../../engine/report/format.js";
import type { Variance } from "../analysis/variance.js";
import type { Finding } from "./finding.js";

/** How much of the variation in the published scores the rating holds, with its interval. */
export function variation({ n, rating, residual, intervals }: Variance): Finding {
  if (n === 0 || residual === null)
    return {
      headline: "The scores do not differ enough to split their variation",
      detail: "There is no variation to split.",
    };
  if (rating === null)
    return {
      headline: "Every council has the same rating, which holds no variation",
      detail: "With one rating there is no difference between ratings to measure.",
    };
  const interval =
    intervals.rating === null
      ? "no interval can be given"
      : `95% interval ${percentInterval(intervals.rating)}`;
  return {
    headline: `The rating holds ${percent(rating)} of the variation in the scores`,
    detail: `The rating holds ${percent(rating)} of the variation in the published scores (${interval}).`,
    tile: { number: percent(rating), words: "of the variation in scores is between ratings" },
  };
}
