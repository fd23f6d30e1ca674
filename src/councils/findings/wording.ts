import { goodRank, ratingsOf, type Scheme } from "../../ratings/scheme.js";
import type { SetName } from "../analysis/select.js";
import { percentInterval } from "../../engine/report/format.js";

/** The verb that goes with a count. */
export const are = (n: number) => (n === 1 ? "is" : "are");
export const have = (n: number) => (n === 1 ? "has" : "have");

/**
 * Fewer councils than this get no number of our own reckoning that would point at single ones, such
 * as how many lie near the lowest rating, or what "most" of a group score. What CQC published of a
 * council is told however few there are.
 */
export const fewestPointedAt = 5;

/** Fewer known scores than this are no picture of a council. */
export const fewestScores = 7;

/** Councils come whole; how many are expected need not. */
export const aboutSoMany = (expected: number) =>
  expected < 1 ? "fewer than one" : `about ${Math.round(expected)}`;

/** What a tile's number counts. */
export const councilsOf = (n: number) => (n === 1 ? "council" : "councils");

/** How intervals of shares of councils are made. */
export const exactIntervals =
  "Intervals for shares of councils are exact (Clopper-Pearson), each for one share by itself.";

/** An interval of shares, for brackets: "95% interval 52% to 80%". */
export const interval = (range: readonly [number, number]) =>
  `95% interval ${percentInterval(range)}`;

/** Sentences of which some are left out, as one text. */
export const sentences = (...all: readonly string[]) => all.filter((one) => one !== "").join(" ");

/** The ratings from the lowest that is good up: "Good or Outstanding". */
export function goodOrBetter(scheme: Scheme): string {
  return ratingsOf(scheme).slice(goodRank(scheme)).join(" or ");
}

/** The rating next below the lowest that is good. */
export function belowGood(scheme: Scheme): string {
  return ratingsOf(scheme)[goodRank(scheme) - 1];
}

/** The reports that are counted. */
export const reportsOf = (set: SetName) =>
  set === "complete" ? "the complete set of reports" : "every report that is known, no fair sample";
