import { ratings } from "../framework.js";
import type { Rating } from "../framework.js";

/** The means of scores, 1 to 4, at which the word changes: to RI, to Good, to Outstanding. */
export type MeanCuts = readonly [number, number, number];

/**
 * Two ways to carry the published bands, 39, 63 and 88%, over to any mean: its percentage rounded
 * to the nearest, or rounded up. They say the same of every published sum, of means of eight
 * scores and of means of theme means.
 */
export const meanCuts: Readonly<Record<"nearest" | "ceiling", MeanCuts>> = {
  nearest: [1.54, 2.5, 3.5],
  ceiling: [1.52, 2.48, 3.48],
};

/** The word of a mean at or above some of the cuts. Means within 1e-9 of a cut are at it. */
export function wordOfMean(mean: number, cuts: MeanCuts = meanCuts.nearest): Rating {
  return ratings[cuts.filter((cut) => mean >= cut - 1e-9).length];
}
