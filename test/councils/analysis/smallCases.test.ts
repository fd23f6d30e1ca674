import { describe, expect, it } from "vitest";
import { distribution } from "../../../src/councils/analysis/distribution.js";
import { margins } from "../../../src/councils/analysis/margins.js";
import { pairs } from "../../../src/councils/analysis/pairs.js";
import { profile } from "../../../src/councils/analysis/profile.js";
import { spread } from "../../../src/councils/analysis/spread.js";
import { components, variance } from "../../../src/councils/analysis/variance.js";
import { keptByGroups, varianceKept } from "../../../src/councils/analysis/varianceKept.js";
import { words } from "../../../src/councils/analysis/words.js";
import type { Dataset } from "../../../src/councils/data/dataset.js";
import { madeUp } from "../../madeUp.js";

const quick = { replicates: 99, seed: 1 };

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

describe("profile", () => {
  it("counts a partly known nine on the statements that are known", () => {
    const dataset = madeUp(["12.......", "143333333"], (i) => (i ? {} : { rating: "Inadequate" }));
    const result = profile(dataset);
    expect(result.n).toBe(2);
    expect(result.statements[0]).toMatchObject({ counts: [2, 0, 0, 0], n: 2, mean: 1 });
    expect(result.statements[1]).toMatchObject({ counts: [0, 1, 0, 1], n: 2, mean: 3 });
    expect(result.statements[2]).toMatchObject({ counts: [0, 0, 1, 0], n: 1, mean: 3 });
    // The second council's sum is 26, so its word is Good.
    expect(result.statements[1].byRating).toMatchObject({
      Inadequate: [0, 1, 0, 0],
      Good: [0, 0, 0, 1],
    });
  });

  it("counts a council without a word in the whole but under no word", () => {
    const { statements } = profile(madeUp(["333333333"], () => ({ rating: null })));
    expect(statements[0].counts).toEqual([0, 0, 1, 0]);
    expect(Object.values(statements[0].byRating).flat()).toEqual(Array(16).fill(0));
  });
});

describe("spread", () => {
  it("keeps every council at an end", () => {
    // Sums 18, 18, 22 carry Requires improvement; 27 carries Good.
    const { words: byWord } = spread(madeUp(["222222222", "122222223", "222223333", "333333333"]));
    expect(byWord[1]).toMatchObject({ n: 3, range: 4, lowest: { sum: 18 }, highest: { sum: 22 } });
    expect(byWord[1].lowest!.councils.map((c) => c.council)).toEqual(["Council 1", "Council 2"]);
    expect(byWord[2]).toMatchObject({ n: 1, range: 0 });
    expect(byWord[0]).toEqual({
      rating: "Inadequate",
      n: 0,
      lowest: null,
      highest: null,
      range: null,
    });
  });
});

describe("pairs", () => {
  // Requires improvement: a = 222222222 (18), b = 333322222 (22). Good: c = 222233333 (23),
  // d = 333333333 (27).
  const dataset = madeUp(["222222222", "333322222", "222233333", "333333333"]);

  it("counts reversals", () => {
    // a is nowhere above c or d; b is above c on QS1 to QS4 and nowhere above d: 1 of 4.
    expect(pairs(dataset, quick).reversal).toMatchObject({ pairs: 4, higher: 1, estimate: 0.25 });
  });

  it("averages Hamming distances", () => {
    // Within: a to b 4; c to d 4. Between: a-c 5, a-d 9, b-c 9, b-d 5, mean 7.
    const { within, between } = pairs(dataset, quick).hamming;
    expect(within).toEqual({
      Inadequate: null,
      "Requires improvement": 4,
      Good: 4,
      Outstanding: null,
    });
    expect(between["Requires improvement|Good"]).toBe(7);
    expect(between["Good|Outstanding"]).toBeNull();
  });

  it("counts councils on the other side of a good score", () => {
    // QS1: c scores 2, so 1 of 2 Good councils is below 3; b scores 3, so 1 of 2 is at least 3.
    // Clopper-Pearson for 1 of 2: P(X >= 1) = 1 - (1 - p)^2 = .025 gives p = 1 - sqrt(.975);
    // the upper limit is its mirror image, sqrt(.975).
    const { shareGoodBelow3, shareRIAtLeast3 } = pairs(dataset, quick);
    expect(shareGoodBelow3[0]).toMatchObject({ statement: "qs1", k: 1, n: 2, share: 0.5 });
    expect(shareGoodBelow3[0].clopperPearson![0]).toBeCloseTo(1 - Math.sqrt(0.975), 9);
    expect(shareGoodBelow3[0].clopperPearson![1]).toBeCloseTo(Math.sqrt(0.975), 9);
    expect(shareGoodBelow3[8].k).toBe(0);
    expect(shareRIAtLeast3[0].k).toBe(1);
    expect(shareRIAtLeast3[8].k).toBe(0);
  });
});

describe("variance", () => {
  it("splits two councils of two words by hand", () => {
    // 222222222 and 333333333: grand mean 2.5, every deviation .5, total 18 * .25 = 4.5, all of it
    // between the words.
    const result = variance(madeUp(["222222222", "333333333"]), quick);
    expect(result).toMatchObject({ total: 4.5, statement: 0, rating: 1, residual: 0 });
    expect(result.sumWithinRating).toBe(0);
  });

  it("splits four councils by hand", () => {
    // a = 222222222, b = 333322222 (Requires improvement), c = 222233333, d = 333333333 (Good).
    // 18 scores of 2 and 18 of 3: grand mean 2.5, total 36 * .25 = 9. Every statement has two 2s
    // and two 3s: none between statements. Council means 2, 22/9, 23/9, 3; word means 20/9 and
    // 25/9, each 2.5 away by 5/18: 9 * 4 * 25/324 = 25/9. Within words each council is 2/9 from
    // its word: 9 * 4 * 4/81 = 16/9. The rest is 9 - 41/9 = 40/9.
    const profiles = ["222222222", "333322222", "222233333", "333333333"];
    const result = variance(madeUp(profiles), quick);
    expect(result.total).toBeCloseTo(9, 12);
    expect(result.statement).toBeCloseTo(0, 12);
    expect(result.rating).toBeCloseTo(25 / 81, 12);
    expect(result.sumWithinRating).toBeCloseTo(16 / 81, 12);
    expect(result.residual).toBeCloseTo(40 / 81, 12);
    expect(result.bootstrap).toMatchObject({ seed: 1, replicates: 99 });
    // With no variation between statements the centred total is 9 as well. Theme means less 2.5,
    // by council: QS1-3 -.5 +.5 -.5 +.5; QS4-5 -.5 0 0 +.5; QS6-7 and QS8-9 -.5 -.5 +.5 +.5.
    // Means: 3 * 1 + 2 * .5 + 2 * 1 + 2 * 1 = 8. Words: the means of 2.5 round up to 3, so QS4-5
    // groups a alone (-.5) against b, c, d (mean 1/6): 2 * (1/4 + 3/36) = 2/3; the other themes
    // lose nothing: 3 + 2/3 + 2 + 2 = 23/3.
    const kept = varianceKept(madeUp(profiles));
    expect(kept.word).toBeCloseTo(25 / 81, 12);
    expect(kept.sum).toBeCloseTo(41 / 81, 12);
    expect(kept.themeMeans).toBeCloseTo(8 / 9, 12);
    expect(kept.themeWords).toBeCloseTo(23 / 27, 12);
  });

  it("keeps everything where each statement is its own group", () => {
    const scores = [
      [2, 3, 1],
      [3, 3, 4],
      [2, 1, 2],
    ];
    // Centred squares: QS1 mean 7/3, 2/3; QS2 mean 7/3, 8/3; QS3 mean 7/3, 14/3; 8 in all.
    const kept = keptByGroups(scores, [[0], [1], [2]]);
    expect(kept.means).toBeCloseTo(8, 12);
    expect(kept.words).toBeCloseTo(8, 12);
  });
});

describe("what cannot be computed", () => {
  /** Every number in a result, by its path. */
  function leaves(value: unknown, path = ""): [string, unknown][] {
    if (value === null || typeof value !== "object") return [[path, value]];
    return Object.entries(value).flatMap(([key, one]) => leaves(one, `${path}.${key}`));
  }

  const cases: Record<string, Dataset> = {
    "no assessment": madeUp([]),
    "one council": madeUp(["223333333"]),
    "one council without scores": madeUp(["........."]),
    "one word": madeUp(["222222233", "222222223", "322222222"]),
    "the same scores": madeUp(["222333333", "222333333"]),
    "the same score throughout": madeUp(["333333333", "333333333", "333333333"]),
    "no Outstanding": madeUp(["111111111", "222222222", "222233333"]),
    "no word": madeUp(["222222222", "222233333"], () => ({ rating: null })),
    "only pilots": madeUp(["222222222", "222233333"], () => ({ kind: "pilot" })),
    "no date": madeUp(["222222222", "222233333"], () => ({ published: null })),
  };

  const analyses = {
    words,
    distribution,
    margins,
    profile,
    spread,
    pairs: (dataset: Dataset) => pairs(dataset, quick),
    variance: (dataset: Dataset) => variance(dataset, quick),
    varianceKept,
  };

  describe.each(Object.keys(cases))("%s", (name) => {
    it.each(Object.keys(analyses))("%s gives numbers or null", (analysis) => {
      const result = analyses[analysis as keyof typeof analyses](cases[name]);
      for (const [path, leaf] of leaves(result))
        expect(
          leaf === null || typeof leaf === "string" || Number.isFinite(leaf),
          `${path}: ${String(leaf)}`,
        ).toBe(true);
    });
  });

  it("says why", () => {
    const one = variance(cases["one council"], quick);
    expect(components.map((component) => one[component])).toEqual([null, null, null, null]);
    expect(one.total).toBeNull();
    expect(one.bootstrap).toBeNull();
    expect(one.incomputable).toContainEqual({
      quantity: "rating",
      reason: "fewer than two councils with 9 scores: 1",
    });
    const word = variance(cases["one word"], quick);
    expect(word.rating).toBeNull();
    expect(word.statement).not.toBeNull();
    expect(word.incomputable).toEqual([
      { quantity: "rating", reason: "every council has the same word" },
    ]);
    expect(variance(cases["the same score throughout"], quick)).toMatchObject({
      total: 0,
      statement: null,
      incomputable: components.map((quantity) => ({
        quantity,
        reason: "every score is the same",
      })),
    });
    expect(varianceKept(cases["the same scores"])).toMatchObject({ word: null, themeMeans: null });
    expect(pairs(cases["one word"], quick).incomputable.map((one) => one.quantity)).toEqual(
      expect.arrayContaining(["reversal.estimate", "shareGoodBelow3", "hamming.within.Good"]),
    );
    expect(spread(cases["no word"])).toMatchObject({
      n: 0,
      leftOut: [{ reason: "the rating is not known", n: 2 }],
    });
  });
});
