import type { Variance } from "../analysis/variance.js";
import { number, percent, percentInterval } from "../../engine/report/format.js";
import { nothing, type Finding } from "./finding.js";

/** How much of all variation in the scores lies between ratings. */
export function variationCarried({ rating, intervals, bootstrap }: Variance): Finding {
  if (rating === null)
    return nothing("Too few scores vary in these data", "what the rating carries");
  const range = intervals.rating;
  return {
    headline: `The rating carries ${percent(rating)} of the variation in scores`,
    detail:
      `${range === null ? "" : `The 95% interval is ${percentInterval(range)}. `}` +
      "The rest lies between statements, between totals with the same rating, and in each council's own pattern.",
    tile: { number: percent(rating), words: "of the variation is in the rating" },
    ...(bootstrap !== null && {
      note: `Variation: councils were drawn again with replacement ${number(bootstrap.replicates)} times from a fixed seed, and intervals take percentiles.`,
    }),
  };
}
