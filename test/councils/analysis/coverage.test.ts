import { describe, expect, it } from "vitest";
import { coverage } from "../../../src/councils/analysis/coverage.js";
import { distributionBy } from "../../../src/councils/analysis/distributionBy.js";
import { distribution, mostCommonSums } from "../../../src/councils/analysis/distribution.js";
import { below3, byShareBelow3, profile } from "../../../src/councils/analysis/profile.js";
import { words } from "../../../src/councils/analysis/words.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { madeUp } from "../../madeUp.js";

const real = readDataset();

describe("coverage of the real data", () => {
  // Counted by awk over data/assessments.csv and data/councils.csv: formal rows that are not
  // withdrawn, by region and type: councils, with a word, of low confidence, with nine scores.
  const byAwk: Readonly<Record<string, readonly number[]>> = {
    "East Midlands": [10, 6, 1, 5],
    "East of England": [11, 7, 1, 6],
    London: [33, 24, 2, 17],
    "North East": [12, 11, 2, 9],
    "North West": [24, 19, 5, 13],
    "South East": [19, 16, 2, 12],
    "South West": [15, 14, 5, 8],
    "West Midlands": [14, 8, 3, 5],
    "Yorkshire and The Humber": [15, 11, 2, 6],
    "County council": [21, 15, 1, 14],
    "London borough": [33, 24, 2, 17],
    "Metropolitan district": [36, 23, 9, 12],
    "Unitary authority": [63, 54, 11, 38],
  };

  it("agrees with a count by awk, region by region and type by type, in alphabetical order", () => {
    const { regions, types } = coverage(real, { set: "all" });
    const found = [...regions, ...types].map(({ name, councils, withWord, withScores, parts }) => [
      name,
      [councils, withWord, parts.lowConfidence, withScores],
    ]);
    expect(found).toEqual(Object.entries(byAwk));
  });

  it("puts every council in one part", () => {
    const { england, regions, types, councils, n } = coverage(real, { set: "all" });
    // 116 words, 23 of low confidence; 81 with nine scores; Bromley's report withdrawn.
    expect(england).toEqual({
      parts: { scores: 81, word: 12, lowConfidence: 23, withdrawn: 1, unknown: 36 },
      councils: 153,
      withWord: 116,
      withScores: 81,
    });
    expect(n).toBe(116);
    for (const groups of [regions, types])
      for (const part of ["scores", "word", "lowConfidence", "withdrawn", "unknown"] as const)
        expect(groups.reduce((sum, group) => sum + group.parts[part], 0)).toBe(england.parts[part]);
    expect(councils.filter(({ part }) => part === "withdrawn").map(({ name }) => name)).toEqual([
      "Bromley",
    ]);
  });

  it("bounds the share of Good or better by what is unknown", () => {
    // 53 Good and 3 Outstanding of more than low confidence, 60 councils uncertain, of 153.
    const { low, high } = words(real, { set: "all" }).goodOrBetter;
    expect(low).toBeCloseTo(56 / 153, 12);
    expect(high).toBeCloseTo(116 / 153, 12);
  });
});

describe("coverage by hand", () => {
  // The first, fourth and seventh council are in the North East, the others in London.
  const dataset = madeUp(
    ["333333333", "333333333", "3........", "333333333", "333333333", ".........", "333333333"],
    (i) =>
      [
        {},
        { confidence: "low" as const },
        { rating: "Good" as const },
        { status: "withdrawn" as const },
        { rating: null },
        {},
        { published: "2026-01" },
      ][i],
  );

  it("tells apart what is known, of low confidence, withdrawn and not known", () => {
    const { councils, england } = coverage(dataset, { set: "all" });
    expect(councils.map(({ part, hasScores }) => [part, hasScores])).toEqual([
      ["scores", true],
      ["lowConfidence", true],
      ["word", false],
      ["withdrawn", false],
      ["unknown", true],
      ["unknown", false],
      ["scores", true],
    ]);
    expect(england).toMatchObject({ councils: 7, withWord: 4, withScores: 4 });
  });

  it("counts a report outside the set as not known, and groups by region", () => {
    const { england, regions } = coverage(dataset);
    expect(england.parts).toEqual({
      scores: 1,
      word: 1,
      lowConfidence: 1,
      withdrawn: 1,
      unknown: 3,
    });
    expect(regions.map(({ name, councils, withWord }) => [name, councils, withWord])).toEqual([
      ["London", 4, 2],
      ["North East", 3, 1],
    ]);
  });

  it("is nothing without councils", () => {
    expect(coverage(madeUp([]))).toMatchObject({
      n: 0,
      england: { councils: 0, withWord: 0, withScores: 0 },
      regions: [],
      types: [],
      councils: [],
    });
    expect(words(madeUp([])).goodOrBetter).toEqual({ low: 0, high: 1 });
  });
});

describe("distributions by group", () => {
  it("split the real data without loss", () => {
    const all = distribution(real, { need: "sum" });
    for (const by of ["region", "type"] as const) {
      const { groups, n } = distributionBy(real, { by, need: "sum" });
      expect(n).toBe(72);
      expect(groups.map(({ name }) => name)).toEqual([...groups.map(({ name }) => name)].sort());
      expect(groups.reduce((sum, group) => sum + group.n, 0)).toBe(72);
      const at23 = groups.map(({ sumCounts }) => sumCounts[23] ?? 0);
      expect(at23.reduce((sum, count) => sum + count, 0)).toBe(all.sumCounts[23]);
    }
    // By a script over the two files: 17 in London, 12 of them 23 or more; 4 in the East Midlands.
    const { groups } = distributionBy(real, { by: "region" });
    expect(groups.find(({ name }) => name === "London")).toMatchObject({
      n: 17,
      goodOrBetter: { count: 12, n: 17 },
    });
    expect(groups[0]).toMatchObject({ name: "East Midlands", n: 4, meanSum: 20.5 });
  });

  it("hold by hand", () => {
    // North East: 27 and 18. London: 23 and 23.
    const { groups } = distributionBy(
      madeUp(["333333333", "222233333", "222233333", "222222222"]),
      { by: "region" },
    );
    expect(groups.map(({ name, n, sumCounts, meanSum }) => [name, n, sumCounts, meanSum])).toEqual([
      ["London", 2, { 23: 2 }, 23],
      ["North East", 2, { 18: 1, 27: 1 }, 22.5],
    ]);
    expect(groups[1].goodOrBetter).toMatchObject({ count: 1, n: 2, share: 0.5 });
  });
});

describe("what a reader would quote of a distribution", () => {
  it("names every sum that is most common, and none where there is none", () => {
    const of = (profiles: readonly string[]) => mostCommonSums(distribution(madeUp(profiles)));
    expect(of(["222233333", "333333333", "333333333"])).toEqual({ sums: [27], councils: 2 });
    expect(of(["222233333", "333333333"])).toEqual({ sums: [23, 27], councils: 1 });
    expect(of([])).toEqual({ sums: [], councils: 0 });
    expect(distribution(madeUp([]))).toMatchObject({
      meanSum: null,
      goodOrBetter: { share: null },
    });
  });

  it("orders statements by their share below 3, ties in the order of the scheme", () => {
    // QS2 is below 3 in both, QS9 in one.
    const ordered = byShareBelow3(profile(madeUp(["323333333", "313333332"])));
    expect(ordered.slice(0, 3).map((one) => [one.id, below3(one)])).toEqual([
      ["qs2", 2],
      ["qs9", 1],
      ["qs1", 0],
    ]);
  });
});
