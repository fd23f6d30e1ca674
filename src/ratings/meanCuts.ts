import { cutsOf } from "./scheme.js";
import type { Scheme } from "./scheme.js";

/** The means of grades, from 1, at which the word changes: one less than there are levels. */
export type MeanCuts = readonly number[];

/**
 * Two ways to carry a rule of totals over to any mean, such as one with other weights, or null where
 * totals decide no word. Where the regulator publishes percentages, a mean's percentage of the
 * highest is rounded to the nearest, or up, and compared with those. Where it does not, both are the
 * lowest total of a word, divided by the number of parts.
 */
export function meanCutsOf(
  scheme: Scheme,
): Readonly<Record<"nearest" | "ceiling", MeanCuts>> | null {
  const { whole, levels, parts } = scheme;
  const cuts = cutsOf(scheme);
  if (whole.rule !== "sum" || cuts === null) return null;
  const { percentages } = whole;
  if (percentages === null) {
    const means = cuts.map((cut) => cut / parts.length);
    return { nearest: means, ceiling: means };
  }
  const below = (points: number) =>
    percentages.map((percentage) => ((percentage - points) * levels.length) / 100);
  return { nearest: below(0.5), ceiling: below(1) };
}

/** The place, from 0, of the word of a mean. Means within 1e-9 of a cut are at it. */
export function rankOfMean(mean: number, cuts: MeanCuts): number {
  return cuts.filter((cut) => mean >= cut - 1e-9).length;
}
