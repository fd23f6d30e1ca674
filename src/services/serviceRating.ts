import type { Rating } from "../ratings/scheme.js";

/**
 * What CQC's monthly file says of one location and service group. The parts of a care service's
 * rating are CQC's key questions; the whole is its overall rating.
 */

/** In the order of the file that a month is kept as. */
export const domains = [
  "overall",
  "safe",
  "effective",
  "caring",
  "responsive",
  "well-led",
] as const;
export type Domain = (typeof domains)[number];

/** What stands where there might be a rating, by the code that a kept month has for it. */
export const outcomes = {
  O: "Outstanding",
  G: "Good",
  R: "Requires improvement",
  I: "Inadequate",
  NR: "Not Rated",
  NA: "Not applicable",
  IE: "Insufficient evidence to rate",
  UR: "Inspected but not rated",
  X: "-",
} as const;
export type OutcomeCode = keyof typeof outcomes;

/** The rating that a code is of, or null for a reason why there is none. */
export function ratingOfCode(code: OutcomeCode | null): Rating | null {
  return code !== null && "OGRI".includes(code) ? outcomes[code] : null;
}

/** A day as the number `YYYYMMDD`; 0 for none. */
export type DayNumber = number;

export interface ServiceRating {
  readonly location: string;
  /** The group of services that is rated: Overall is the location as a whole. */
  readonly group: string;
  /** The ONS code of the council in whose area it lies. */
  readonly gss_code: string;
  readonly isCareHome: boolean | null;
  /** In the order of {@link domains}; null where the file has no row of it. */
  readonly codes: readonly (OutcomeCode | null)[];
  readonly days: readonly DayNumber[];
}
