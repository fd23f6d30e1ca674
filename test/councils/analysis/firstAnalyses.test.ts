import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { distribution } from "../../../src/councils/analysis/distribution.js";
import { margins } from "../../../src/councils/analysis/margins.js";
import { pairs } from "../../../src/councils/analysis/pairs.js";
import type { StatementShare } from "../../../src/councils/analysis/pairs.js";
import { profile } from "../../../src/councils/analysis/profile.js";
import { spread } from "../../../src/councils/analysis/spread.js";
import type { SpreadEnd } from "../../../src/councils/analysis/spread.js";
import { components, variance } from "../../../src/councils/analysis/variance.js";
import { varianceKept } from "../../../src/councils/analysis/varianceKept.js";
import { words } from "../../../src/councils/analysis/words.js";
import { ratingsOf, type Rating } from "../../../src/ratings/scheme.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { scheme } from "../../madeUp.js";

const ratings = ratingsOf(scheme);

type ByWord = Record<Rating, number>;
type Share = { k: number; n: number; share: number; clopperPearson: [number, number] };
type End = { sum: number; councils: string | string[] } | null;

interface Reference {
  words: {
    n: number;
    counts: ByWord;
    countsWithoutLow: ByWord;
    unknown: number;
    low: ByWord;
    high: ByWord;
  };
  distribution: { n: number; sumCounts: Record<string, number>; ratingCounts: ByWord };
  margins: { n: number; lose: number; gain: number; totalToLower: number; totalToHigher: number };
  profile: { counts: number[]; n: number; mean: number; byRating: Record<Rating, number[]> }[];
  spread: { rating: Rating; lowest: End; highest: End }[];
  pairs: {
    reversal: { estimate: number; pairs: number; higher: number; interval: [number, number] };
    within: Record<Rating, number | null>;
    between: Record<string, number | null>;
    shareGoodBelow3: Record<string, Share>;
    shareRIAtLeast3: Record<string, Share>;
  };
  variance: Record<"total" | (typeof components)[number], number> & {
    intervals: [number, number][];
  };
  varianceKept: Record<"word" | "sum" | "themeWords" | "themeMeans", number> & {
    intervals: Record<"word" | "sum", [number, number]>;
  };
}

const reference = JSON.parse(
  readFileSync(new URL("../../reference/firstAnalyses.json", import.meta.url), "utf8"),
) as Record<"complete" | "all", Reference>;

const dataset = readDataset();

describe.each(["complete", "all"] as const)("R, set %s", (set) => {
  const expected = reference[set];

  it("counts published words and bounds what is unknown", () => {
    const result = words(dataset, { set });
    const { low, high, ...counts } = expected.words;
    expect(result).toMatchObject(counts);
    for (const rating of ratings) {
      expect(result.bounds[rating].low).toBeCloseTo(low[rating], 12);
      expect(result.bounds[rating].high).toBeCloseTo(high[rating], 12);
    }
  });

  it("counts sums and the words that they carry", () => {
    expect(distribution(dataset, { set })).toMatchObject(expected.distribution);
    expect(Object.keys(distribution(dataset, { set }).sumCounts)).toEqual(
      Object.keys(expected.distribution.sumCounts),
    );
  });

  it("measures the points to the next word", () => {
    const { n, onePoint, councils } = margins(dataset, { set });
    const { lose, gain, totalToLower, totalToHigher } = expected.margins;
    expect({ n, onePoint }).toEqual({ n: expected.margins.n, onePoint: { lose, gain } });
    expect(councils.reduce((t, c) => t + (c.toLower ?? 0), 0)).toBe(totalToLower);
    expect(councils.reduce((t, c) => t + (c.toHigher ?? 0), 0)).toBe(totalToHigher);
  });

  it("counts scores by statement and word", () => {
    profile(dataset, { set }).statements.forEach((statement, i) => {
      const { mean, ...counts } = expected.profile[i];
      expect(statement).toMatchObject(counts);
      expect(statement.mean).toBeCloseTo(mean, 12);
    });
  });

  it("finds the lowest and the highest sum of each word", () => {
    const end = (at: SpreadEnd | null) =>
      at && { sum: at.sum, councils: at.councils.map((c) => c.council) };
    const listed = (at: End) => at && { ...at, councils: [at.councils].flat() };
    spread(dataset, { set }).words.forEach(({ rating, lowest, highest }, i) => {
      expect({ rating, lowest: end(lowest), highest: end(highest) }).toEqual({
        rating,
        lowest: listed(expected.spread[i].lowest),
        highest: listed(expected.spread[i].highest),
      });
    });
  });

  it("compares councils pair by pair", () => {
    const result = pairs(dataset, { set, replicates: 99 });
    const { estimate, pairs: count, higher } = expected.pairs.reversal;
    expect(result.reversal).toMatchObject({ pairs: count, higher });
    expect(result.reversal.estimate).toBeCloseTo(estimate, 12);
    const near = (actual: object, wanted: Record<string, number | null>) => {
      expect(Object.keys(actual)).toEqual(Object.keys(wanted));
      for (const [key, value] of Object.entries(actual) as [string, number | null][])
        if (wanted[key] === null) expect(value).toBeNull();
        else expect(value).toBeCloseTo(wanted[key], 12);
    };
    near(result.hamming.within, expected.pairs.within);
    near(result.hamming.between, expected.pairs.between);
    const shares = (actual: readonly StatementShare[], wanted: Record<string, Share>) => {
      expect(actual.map((one) => one.statement)).toEqual(Object.keys(wanted));
      for (const one of actual) {
        const { k, n, share, clopperPearson } = wanted[one.statement];
        expect(one).toMatchObject({ k, n });
        expect(one.share).toBeCloseTo(share, 12);
        expect(one.clopperPearson![0]).toBeCloseTo(clopperPearson[0], 9);
        expect(one.clopperPearson![1]).toBeCloseTo(clopperPearson[1], 9);
      }
    };
    shares(result.shareGoodBelow3, expected.pairs.shareGoodBelow3);
    shares(result.shareRIAtLeast3, expected.pairs.shareRIAtLeast3);
  });

  it("splits the variance", () => {
    const result = variance(dataset, { set, replicates: 99 });
    expect(result.total).toBeCloseTo(expected.variance.total, 10);
    for (const component of components)
      expect(result[component]).toBeCloseTo(expected.variance[component], 12);
    expect(components.reduce((sum, one) => sum + result[one]!, 0)).toBeCloseTo(1, 12);
  });

  // Two streams of 9,999 draws differ by chance: .01 is about four standard errors of a tail.
  it("draws the intervals that another stream draws", () => {
    const { intervals, bootstrap } = variance(dataset, { set });
    components.forEach((component, i) => {
      expect(Math.abs(intervals[component]![0] - expected.variance.intervals[i][0])).toBeLessThan(
        0.01,
      );
      expect(Math.abs(intervals[component]![1] - expected.variance.intervals[i][1])).toBeLessThan(
        0.01,
      );
    });
    expect(bootstrap).toMatchObject({
      replicates: 9999,
      level: 0.95,
      undefinedDraws: [0, 0, 0, 0],
    });
    const { interval } = pairs(dataset, { set }).reversal;
    expect(Math.abs(interval![0] - expected.pairs.reversal.interval[0])).toBeLessThan(0.01);
    expect(Math.abs(interval![1] - expected.pairs.reversal.interval[1])).toBeLessThan(0.01);
  });

  it("measures what each way of summing up keeps", () => {
    const result = varianceKept(dataset, { set });
    for (const key of ["word", "sum", "themeWords", "themeMeans"] as const)
      expect(result[key]).toBeCloseTo(expected.varianceKept[key], 12);
    for (const key of ["word", "sum"] as const)
      result.intervals[key]!.forEach((limit, i) =>
        expect(Math.abs(limit - expected.varianceKept.intervals[key][i])).toBeLessThan(0.01),
      );
  });
});

it("agrees with the figures found first for the complete set, as far as they were rounded", () => {
  expect(margins(dataset).onePoint).toEqual({ lose: 18, gain: 4 });
  const found = pairs(dataset, { replicates: 99 });
  expect(found.reversal.estimate).toBeCloseTo(0.33, 2);
  expect(found.hamming.within.Good).toBeCloseTo(3.07, 2);
  expect(found.shareGoodBelow3[0].share).toBeCloseTo(0.67, 2);
  expect(found.shareGoodBelow3[0].clopperPearson![0]).toBeCloseTo(0.52, 2);
  expect(found.shareGoodBelow3[0].clopperPearson![1]).toBeCloseTo(0.8, 2);
  const shares = variance(dataset, { replicates: 99 });
  expect(components.map((one) => Number((100 * shares[one]!).toFixed(1)))).toEqual([
    11.6, 31.4, 8.7, 48.3,
  ]);
  const { word, sum, themeWords, themeMeans } = varianceKept(dataset);
  expect([word, sum, themeWords, themeMeans].map((one) => Number((100 * one!).toFixed(1)))).toEqual(
    [35.6, 45.4, 53.4, 67.8],
  );
});

it("sees York and Westmorland and Furness at the two ends of one word", () => {
  const { words: byWord } = spread(dataset, { set: "all" });
  const { lowest, highest, range } = byWord[1];
  expect(lowest).toMatchObject({ sum: 14, councils: [{ council: "York" }] });
  expect(highest!.sum).toBe(22);
  expect(highest!.councils.map((c) => c.council)).toContain("Westmorland and Furness");
  expect(range).toBe(8);
});
