import type { Assessment } from "../data/dataset.js";

/** Whether the sum of an assessment carries Good or Outstanding. */
export function isGoodOrBetter({ impliedRating }: Pick<Assessment, "impliedRating">): boolean {
  return impliedRating === "Good" || impliedRating === "Outstanding";
}
