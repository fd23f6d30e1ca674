import type { Variance } from "../analysis/variance.js";
import { number, percent } from "../../engine/report/format.js";
import { nothing, type Finding } from "./finding.js";
import { interval } from "./wording.js";

/** How much of all variation in the scores lies between ratings. */
export function variationInRating({ rating, intervals, bootstrap }: Variance): Finding {
  if (rating === null)
    return nothing("Too few scores vary in these data", "what the rating accounts for");
  const range = intervals.rating;
  return {
    headline: `The rating accounts for ${percent(rating)} of how scores vary`,
    detail:
      `${range === null ? "" : `That share is uncertain (${interval(range)}). `}` +
      "The rest lies between statements, between totals with the same rating, and in each council's own pattern.",
    tile: { number: percent(rating), words: "of how scores vary is in the rating" },
    ...(bootstrap !== null && {
      note: `Variation: councils were drawn again with replacement ${number(bootstrap.replicates)} times from a fixed seed, and intervals take percentiles.`,
    }),
  };
}
