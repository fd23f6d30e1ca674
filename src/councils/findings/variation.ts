import { number, percent } from "../../engine/report/format.js";
import type { Variance } from "../analysis/variance.js";
import { nothing, type Finding } from "./finding.js";
import { interval } from "./wording.js";

/** How much of the variation in the published scores the rating holds, with its interval. */
export function variation({ rating, residual, intervals, bootstrap }: Variance): Finding {
  if (residual === null)
    return nothing(
      "The scores differ too little to split their variation",
      "what the rating holds",
    );
  if (rating === null)
    return nothing("Every council here has the same rating", "what differs between ratings");
  const share =
    intervals.rating === null ? "" : `That share is uncertain (${interval(intervals.rating)}). `;
  return {
    headline: `The rating holds ${percent(rating)} of the variation in the scores`,
    detail:
      `${share}The rest lies between statements, between totals with the same rating, and in each ` +
      "council's own pattern.",
    tile: { number: percent(rating), words: "of the variation in scores is between ratings" },
    ...(bootstrap !== null && {
      note: `Variation: councils were drawn again with replacement ${number(bootstrap.replicates)} times from a fixed seed, and intervals take percentiles.`,
    }),
  };
}
