import { describe, expect, it } from "vitest";
import { distribution } from "../../../src/councils/analysis/distribution.js";
import { margins } from "../../../src/councils/analysis/margins.js";
import { words } from "../../../src/councils/analysis/words.js";
import { madeUp } from "../../madeUp.js";

describe("words", () => {
  it("bounds each share by the councils whose word is not known for sure", () => {
    // Four councils: Good, Good of low confidence, Requires improvement, unknown. Two are uncertain,
    // so Good is 1 of 4 at least and 3 of 4 at most, and Outstanding 0 to 2 of 4.
    const dataset = madeUp(["333333333", "333333333", "222222222", "........."], (i) =>
      i === 1 ? { confidence: "low" } : {},
    );
    const result = words(dataset);
    expect(result.n).toBe(3);
    expect(result.counts).toMatchObject({ Good: 2, "Requires improvement": 1 });
    expect(result.countsWithoutLow).toMatchObject({ Good: 1, "Requires improvement": 1 });
    expect(result.unknown).toBe(1);
    expect(result.uncertain).toBe(2);
    expect(result.bounds.Good).toEqual({ low: 0.25, high: 0.75 });
    expect(result.bounds.Outstanding).toEqual({ low: 0, high: 0.5 });
    expect(result.leftOut).toEqual([{ reason: "the rating is not known", n: 1 }]);
  });

  it("knows nothing of a withdrawn word", () => {
    const dataset = madeUp(["333333333", "222222222"], (i) => (i ? { status: "withdrawn" } : {}));
    expect(words(dataset)).toMatchObject({ n: 1, unknown: 1 });
  });
});

describe("distribution", () => {
  it("counts sums, and with need sum those that the percentage gives", () => {
    // 62% is 22 points: 100 * 22 / 36 = 61.1.
    const dataset = madeUp(["222222222", "222223333", "........."], (i) =>
      i === 2 ? { percentage: 62, rating: "Requires improvement" } : {},
    );
    expect(distribution(dataset)).toMatchObject({ n: 2, sumCounts: { 18: 1, 22: 1 } });
    expect(distribution(dataset, { need: "sum" })).toMatchObject({
      n: 3,
      sumCounts: { 18: 1, 22: 2 },
      ratingCounts: { "Requires improvement": 3, Good: 0 },
    });
  });
});

describe("margins", () => {
  it("counts the points to the next word at both ends of every band", () => {
    // Sums 9, 13, 14, 22, 23, 31, 32, 36.
    const dataset = madeUp([
      "111111111",
      "111112222",
      "111122222",
      "222223333",
      "222233333",
      "333334444",
      "333344444",
      "444444444",
    ]);
    const { onePoint, councils } = margins(dataset);
    expect(councils.map(({ sum, toLower, toHigher }) => [sum, toLower, toHigher])).toEqual([
      [9, null, 5],
      [13, null, 1],
      [14, 1, 9],
      [22, 9, 1],
      [23, 1, 9],
      [31, 9, 1],
      [32, 1, null],
      [36, 5, null],
    ]);
    expect(onePoint).toEqual({ lose: 3, gain: 3 });
  });
});
