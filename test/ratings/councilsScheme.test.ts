import { describe, expect, it } from "vitest";
import {
  bandOfSum,
  bandsOf,
  cutsOf,
  percentageOfSum,
  ratingOfSum,
  sumOfPercentage,
  sumOfScores,
} from "../../src/ratings/scheme.js";
import { scheme } from "../madeUp.js";

const { parts: statements, themes } = scheme;

// Worked by hand: 100 * sum / 36 rounded up, and CQC's bands 25-38, 39-62, 63-87, 88-100.
const table: [sum: number, percentage: number, rating: string][] = [
  [9, 25, "Inadequate"], // 25 exactly
  [10, 28, "Inadequate"], // 27.78
  [11, 31, "Inadequate"], // 30.56
  [12, 34, "Inadequate"], // 33.33
  [13, 37, "Inadequate"], // 36.11
  [14, 39, "Requires improvement"], // 38.89
  [15, 42, "Requires improvement"], // 41.67
  [16, 45, "Requires improvement"], // 44.44
  [17, 48, "Requires improvement"], // 47.22
  [18, 50, "Requires improvement"], // 50 exactly
  [19, 53, "Requires improvement"], // 52.78
  [20, 56, "Requires improvement"], // 55.56
  [21, 59, "Requires improvement"], // 58.33
  [22, 62, "Requires improvement"], // 61.11
  [23, 64, "Good"], // 63.89
  [24, 67, "Good"], // 66.67
  [25, 70, "Good"], // 69.44
  [26, 73, "Good"], // 72.22
  [27, 75, "Good"], // 75 exactly
  [28, 78, "Good"], // 77.78
  [29, 81, "Good"], // 80.56
  [30, 84, "Good"], // 83.33
  [31, 87, "Good"], // 86.11
  [32, 89, "Outstanding"], // 88.89
  [33, 92, "Outstanding"], // 91.67
  [34, 95, "Outstanding"], // 94.44
  [35, 98, "Outstanding"], // 97.22
  [36, 100, "Outstanding"], // 100 exactly
];

describe("the scheme of councils since 2023", () => {
  it.each(table)("sum %i is %i per cent and %s", (sum, percentage, rating) => {
    expect(percentageOfSum(scheme, sum)).toBe(percentage);
    expect(sumOfPercentage(scheme, percentage)).toBe(sum);
    expect(ratingOfSum(scheme, sum)).toBe(rating);
  });

  it("covers all 28 sums, each once", () => {
    expect(table.map(([sum]) => sum)).toEqual(Array.from({ length: 28 }, (_, i) => i + 9));
    const covered = bandsOf(scheme)!.flatMap(({ from, to }) =>
      Array.from({ length: to - from + 1 }, (_, i) => from + i),
    );
    expect(covered).toEqual(table.map(([sum]) => sum));
    expect(cutsOf(scheme)).toEqual([14, 23, 32]);
  });

  it("agrees with the bands of percentages that CQC publishes", () => {
    const published: Record<string, [number, number]> = {
      Inadequate: [25, 38],
      "Requires improvement": [39, 62],
      Good: [63, 87],
      Outstanding: [88, 100],
    };
    for (const [, percentage, rating] of table) {
      expect(percentage).toBeGreaterThanOrEqual(published[rating][0]);
      expect(percentage).toBeLessThanOrEqual(published[rating][1]);
    }
  });

  it("knows no sum for a percentage that no sum gives", () => {
    const possible = new Set(table.map(([, percentage]) => percentage));
    for (let percentage = 0; percentage <= 101; percentage++)
      if (!possible.has(percentage)) expect(sumOfPercentage(scheme, percentage)).toBeNull();
    expect(sumOfPercentage(scheme, 62.5)).toBeNull();
    expect(sumOfPercentage(scheme, Number.NaN)).toBeNull();
  });

  it("refuses a sum that nine scores cannot have", () => {
    for (const sum of [8, 37, 22.5, Number.NaN, -9, Infinity]) {
      expect(() => ratingOfSum(scheme, sum)).toThrow(RangeError);
      expect(() => percentageOfSum(scheme, sum)).toThrow(`whole number from 9 to 36: ${sum}`);
      expect(() => bandOfSum(scheme, sum)).toThrow(RangeError);
    }
  });

  it("has nine statements in four themes of three, two, two and two", () => {
    expect(statements.map((s) => s.id)).toEqual(Array.from({ length: 9 }, (_, i) => `qs${i + 1}`));
    expect(themes.map((t) => statements.filter((s) => s.theme === t.id).length)).toEqual([
      3, 2, 2, 2,
    ]);
  });

  it("sums nine known scores, and nothing less", () => {
    expect(sumOfScores(scheme, [1, 2, 3, 4, 1, 2, 3, 4, 1])).toBe(21);
    expect(sumOfScores(scheme, [1, 2, 3, 4, 1, 2, 3, 4, null])).toBeNull();
    expect(sumOfScores(scheme, [1, 2, 3])).toBeNull();
  });
});
