/** What the tests of drift, regions and context share: R's answers and how near ours must be. */
import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { Correlation } from "../../../src/councils/analysis/correlation.js";
import type { GroupTest } from "../../../src/councils/analysis/regions.js";
import { madeUp } from "../../madeUp.js";

export type Correlated = { n: number; tauB: number; asymptoticP: number };
export type Grouped = Omit<GroupTest, "replicates" | "seed"> &
  Record<"n" | "meanSum" | "goodOrBetter", Record<string, number>>;

interface Reference {
  drift: Correlated & {
    permutationP: number;
    interval: [number, number];
    J: number;
    jonckheereP: number;
    nFirst: number;
    meanFirst: number;
    meanLater: number;
    trendChiSquare: number;
    trendP: number;
    trendExactP: number;
    cusum: number[];
    cusumN: number[];
    cusumP: number;
  };
  london: { nLondon: number; nRest: number; A: number; interval: [number, number]; exactP: number };
  regions: Grouped;
  types: Grouped;
  size: { all: Correlated; later: Correlated };
  outcomes: Record<string, Correlated>;
  deprivation: Correlated;
  age: Correlated;
  maxTau: { measure: string; tauB: number; permutationP: number };
}

export const reference = JSON.parse(
  readFileSync(new URL("../../reference/driftRegionsContext.json", import.meta.url), "utf8"),
) as Record<"complete" | "all", Reference>;

export function near(actual: number | null, expected: number, tolerance: number) {
  expect(Math.abs(actual! - expected)).toBeLessThan(tolerance);
}

/** A p-value of 9,999 draws against one of R's: four standard errors of their difference. */
export function sameP(actual: number | null, expected: number, draws = 9999) {
  const error = Math.sqrt(expected * (1 - expected) * (1 / 9999 + 1 / draws));
  near(actual, expected, 4 * error + 1e-4);
}

export function agrees(actual: Correlation, expected: Correlated) {
  expect(actual.n).toBe(expected.n);
  expect(actual.tauB).toBeCloseTo(expected.tauB, 12);
  expect(actual.asymptoticP).toBeCloseTo(expected.asymptoticP, 9);
  near(actual.permutationP, expected.asymptoticP, 0.035);
  expect(actual.interval![0]).toBeLessThan(expected.tauB);
  expect(actual.interval![1]).toBeGreaterThan(expected.tauB);
}

// Sums 18, 20, 23, 27, published a month apart.
export const risingProfiles = ["222222222", "222222233", "222233333", "333333333"];
export const risingMonths = ["2024-12", "2025-01-31", "2025-02", "2025-04"];
export const rising = madeUp(risingProfiles, (i) => ({ published: risingMonths[i] }));

/** Councils of which nothing can be computed, with what is the matter. */
export const tooLittle = [
  ["no council", []],
  ["one council", ["222233333"]],
  ["equal sums", ["222233333", "222233333", "222233333"]],
  ["no scores", [".........", "........."]],
] as const;
