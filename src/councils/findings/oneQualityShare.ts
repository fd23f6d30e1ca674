import type { OneQuality } from "../analysis/oneQuality.js";
import type { Variance } from "../analysis/variance.js";
import { number, percent, percentInterval } from "../../engine/report/format.js";
import { nothing, type Finding } from "./finding.js";

/** How much of the variation the rating would hold were there one quality and chance. */
export function oneQualityShare(
  { word, ranges, replicates }: OneQuality,
  { rating }: Variance,
): Finding {
  if (word === null || ranges.word === null)
    return nothing("Too few scores vary in these data", "what one quality would give");
  return {
    headline:
      rating === null
        ? `One quality would give the rating ${percent(word)} of variation`
        : `The rating holds ${percent(rating)} of variation; one quality would give ${percent(word)}`,
    detail:
      "Suppose that councils differ in one quality alone and the rest is chance. In 95% of simulations " +
      `the rating then holds ${percentInterval(ranges.word)}.`,
    note: `The share with one quality is from a model of all four scores, drawn ${number(replicates)} times.`,
  };
}
