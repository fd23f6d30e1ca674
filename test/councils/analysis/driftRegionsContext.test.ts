import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { context } from "../../../src/councils/analysis/context.js";
import type { Correlation } from "../../../src/councils/analysis/correlation.js";
import { drift } from "../../../src/councils/analysis/drift.js";
import { regions } from "../../../src/councils/analysis/regions.js";
import type { GroupOfCouncils, GroupTest } from "../../../src/councils/analysis/regions.js";
import { size } from "../../../src/councils/analysis/size.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import type { ContextRow, Dataset } from "../../../src/councils/data/dataset.js";
import { madeUp } from "../../madeUp.js";

type Correlated = { n: number; tauB: number; asymptoticP: number };
type Grouped = Omit<GroupTest, "replicates" | "seed"> &
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

const reference = JSON.parse(
  readFileSync(new URL("../../reference/driftRegionsContext.json", import.meta.url), "utf8"),
) as Record<"complete" | "all", Reference>;

const dataset = readDataset();

function near(actual: number | null, expected: number, tolerance: number) {
  expect(Math.abs(actual! - expected)).toBeLessThan(tolerance);
}

/** A p-value of 9,999 draws against one of R's: four standard errors of their difference. */
function sameP(actual: number | null, expected: number, draws = 9999) {
  const error = Math.sqrt(expected * (1 - expected) * (1 / 9999 + 1 / draws));
  near(actual, expected, 4 * error + 1e-4);
}

function agrees(actual: Correlation, expected: Correlated) {
  expect(actual.n).toBe(expected.n);
  expect(actual.tauB).toBeCloseTo(expected.tauB, 12);
  expect(actual.asymptoticP).toBeCloseTo(expected.asymptoticP, 9);
  near(actual.permutationP, expected.asymptoticP, 0.035);
  expect(actual.interval![0]).toBeLessThan(expected.tauB);
  expect(actual.interval![1]).toBeGreaterThan(expected.tauB);
}

describe.each(["complete", "all"] as const)("R, set %s", (set) => {
  const expected = reference[set];

  it("drift over months, tranches and order", () => {
    const result = drift(dataset, { set });
    const wanted = expected.drift;
    agrees(result, wanted);
    sameP(result.permutationP, wanted.permutationP);
    near(result.interval![0], wanted.interval[0], 0.02);
    near(result.interval![1], wanted.interval[1], 0.02);
    expect(result.tranches[0]).toMatchObject({ tranche: "first", n: wanted.nFirst });
    expect(result.tranches[0].meanSum).toBeCloseTo(wanted.meanFirst, 12);
    expect(result.tranches[1].meanSum).toBeCloseTo(wanted.meanLater, 12);
    expect(result.jonckheere!.J).toBe(wanted.J);
    expect(result.jonckheere!.asymptoticP).toBeCloseTo(wanted.jonckheereP, 9);
    expect(result.cochranArmitage!.z ** 2).toBeCloseTo(wanted.trendChiSquare, 9);
    expect(result.cochranArmitage!.asymptoticP).toBeCloseTo(wanted.trendP, 9);
    expect(result.cochranArmitage!.exactP).toBeCloseTo(wanted.trendExactP, 9);
    expect(result.cusum!.points.map((point) => point.n)).toEqual(wanted.cusumN);
    result.cusum!.points.forEach((point, i) => {
      expect(point.cusum).toBeCloseTo(wanted.cusum[i], 9);
    });
    sameP(result.cusum!.p, wanted.cusumP);
    expect(result.months.reduce((total, month) => total + month.n, 0)).toBe(result.n);
    expect(result.incomputable).toEqual([]);
  });

  it("London against the rest", () => {
    const { A, exactP, interval, nLondon, nRest } = regions(dataset, { set }).londonAgainstRest!;
    const wanted = expected.london;
    expect({ nLondon, nRest }).toEqual({ nLondon: wanted.nLondon, nRest: wanted.nRest });
    expect(A).toBeCloseTo(wanted.A, 12);
    expect(exactP).toBeCloseTo(wanted.exactP, 10);
    expect(interval[0]).toBeCloseTo(wanted.interval[0], 9);
    expect(interval[1]).toBeCloseTo(wanted.interval[1], 9);
  });

  it("regions and types of council", () => {
    const result = regions(dataset, { set });
    const compare = (
      test: GroupTest | null,
      groups: readonly GroupOfCouncils[],
      wanted: Grouped,
    ) => {
      expect(test!.H).toBeCloseTo(wanted.H, 9);
      expect(test!.groups).toBe(wanted.groups);
      expect(test!.chiSquareP).toBeCloseTo(wanted.chiSquareP, 9);
      sameP(test!.permutationP, wanted.permutationP, 99_999);
      expect(groups.map((group) => group.name)).toEqual(Object.keys(wanted.n));
      for (const { name, n, meanSum, goodOrBetter } of groups) {
        expect({ n, goodOrBetter }).toEqual({
          n: wanted.n[name],
          goodOrBetter: wanted.goodOrBetter[name],
        });
        expect(meanSum).toBeCloseTo(wanted.meanSum[name], 12);
      }
    };
    compare(result.kruskalWallis, result.regions, expected.regions);
    compare(result.types.kruskalWallis, result.types.groups, expected.types);
  });

  it("context", () => {
    const result = context(dataset, { set });
    agrees(result.size.all, expected.size.all);
    agrees(result.size.later, expected.size.later);
    expect(result.size.all.alternative).toBe("greater");
    expect(result.outcomes.map((one) => one.measure)).toEqual(Object.keys(expected.outcomes));
    for (const one of result.outcomes) agrees(one, expected.outcomes[one.measure]);
    agrees(result.deprivation, expected.deprivation);
    agrees(result.age, expected.age);
    expect(result.maxTau!.measure).toBe(expected.maxTau.measure);
    expect(result.maxTau!.looks).toBe(Object.keys(expected.outcomes).length);
    expect(result.maxTau!.n).toBe(expected.outcomes[expected.maxTau.measure].n);
    const { n, withoutPopulation } = size(dataset, { set, replicates: 9 });
    expect(n - withoutPopulation.length).toBe(expected.size.all.n);
    expect(withoutPopulation).toEqual(["Isles of Scilly"]);
    expect(result.maxTau!.tauB).toBeCloseTo(expected.maxTau.tauB, 12);
    sameP(result.maxTau!.permutationP, expected.maxTau.permutationP, 1999);
    // Holm multiplies the smallest of the twelve p-values by twelve.
    const family = [...result.outcomes, result.deprivation, result.age];
    const smallest = family.reduce((a, b) => (a.permutationP! <= b.permutationP! ? a : b));
    expect(family).toHaveLength(12);
    expect(smallest.adjustedP).toBeCloseTo(Math.min(1, 12 * smallest.permutationP!), 12);
    expect(result.incomputable).toEqual([]);
  });
});

it("agrees with the figures found first, as far as they were rounded", () => {
  const quick = { replicates: 99 };
  expect(drift(dataset, quick).tauB).toBeCloseTo(0.03, 3);
  expect(drift(dataset, { ...quick, set: "all" }).tauB).toBeCloseTo(-0.114, 3);
  const { A, exactP, interval } = regions(dataset, quick).londonAgainstRest!;
  expect(A).toBeCloseTo(0.56952, 5);
  expect(exactP).toBeCloseTo(0.38981512, 8);
  expect(interval[0]).toBeCloseTo(0.414, 3);
  expect(interval[1]).toBeCloseTo(0.71, 3);
  // Found by permutation: .087, and .018 over all that is known.
  near(regions(dataset).kruskalWallis!.permutationP, 0.087, 0.01);
  near(regions(dataset, { set: "all" }).kruskalWallis!.permutationP, 0.018, 0.006);
});

describe("small cases by hand", () => {
  // Sums 18, 20, 23, 27, published a month apart.
  const profiles = ["222222222", "222222233", "222233333", "333333333"];
  const months = ["2024-12", "2025-01-31", "2025-02", "2025-04"];
  const rising = madeUp(profiles, (i) => ({ published: months[i] }));

  it("drift of four rising sums", () => {
    const result = drift(rising, { replicates: 999 });
    expect(result).toMatchObject({ n: 4, tauB: 1 });
    expect(result.months.map(({ month, n, goodOrBetter }) => [month, n, goodOrBetter])).toEqual([
      ["2024-12", 1, 0],
      ["2025-01", 1, 0],
      ["2025-02", 1, 1],
      ["2025-03", 0, 0],
      ["2025-04", 1, 1],
    ]);
    // Both later sums exceed both earlier: J = 4, half of the four pairs expected.
    expect(result.jonckheere).toMatchObject({ J: 4, expected: 2 });
    // The mean is 22: -4, then -6, then -5, then 0.
    expect(result.cusum!.points.map((point) => [point.month, point.cusum])).toEqual([
      ["2024-12", -4],
      ["2025-01", -6],
      ["2025-02", -5],
      ["2025-04", 0],
    ]);
    // Of the 24 orders 2 have |tau| = 1.
    near(result.permutationP, 2 / 24, 0.04);
  });

  it("moves the first tranche", () => {
    const { tranches } = drift(rising, { firstTrancheTo: "2025-02", replicates: 99 });
    expect(tranches).toEqual([
      { tranche: "first", n: 3, meanSum: 61 / 3 },
      { tranche: "later", n: 1, meanSum: 27 },
    ]);
  });

  it("leaves out a council without a date, and says so", () => {
    const undated = madeUp(profiles, (i) => ({ published: i ? months[i] : null }));
    const result = drift(undated, { set: "all", replicates: 99 });
    expect(result.n).toBe(3);
    expect(result.leftOut).toContainEqual({ reason: "the date of publication is not known", n: 1 });
  });

  it("London against the rest", () => {
    // Councils 2 and 3 are in London: sums 20 and 23 against 18 and 27. Of the four pairs London
    // is higher in two: A = 1/2. Of the six ways to choose two ranks from 1 to 4, London's 2 + 3
    // is the expected 5, so every way is at least as far.
    const result = regions(rising, { replicates: 99 });
    expect(result.londonAgainstRest).toMatchObject({ nLondon: 2, nRest: 2, A: 0.5, exactP: 1 });
    expect(result.regions.map(({ name, n, meanSum }) => [name, n, meanSum])).toEqual([
      ["London", 2, 21.5],
      ["North East", 2, 22.5],
    ]);
  });

  function withContext(base: Dataset, tables: Record<string, ContextRow[]>): Dataset {
    return { ...base, context: tables };
  }
  const code = (i: number) => rising.councils[i].gssCode;
  const outcome = (i: number, period: string, value: number | null) => ({
    gss_code: code(i),
    measure: "1a",
    period,
    outcome: value,
  });

  it("takes a measure's last period that ended before publication", () => {
    // Published in December 2024, January and February 2025 the councils take 2023-24: 0, 5, 6.
    // The last, of April 2025, takes 2024-25, which ended on 31 March: 1. With sums 18, 20, 23, 27
    // five of the six pairs agree but for (5, 1) and (6, 1): 4 - 2 of 6 is 1/3.
    const base = withContext(rising, {
      "ascof-measures": [{ measure: "1a", description: "Quality of life", c18_family: 1 }],
      "ascof-long": [
        ...[0, 5, 6, 9].map((value, i) => outcome(i, "2023-24", value)),
        ...[9, 8, 7, 1].map((value, i) => outcome(i, "2024-25", value)),
      ],
    });
    const [measure] = context(base, { replicates: 99 }).outcomes;
    expect(measure).toMatchObject({ measure: "1a", description: "Quality of life", n: 4 });
    expect(measure.tauB).toBeCloseTo(1 / 3, 12);
  });

  it("leaves a council without a value out of that measure", () => {
    const base = withContext(rising, {
      "ascof-measures": [{ measure: "1a", description: "Quality of life", c18_family: 1 }],
      "ascof-long": [3, null, 2, 1].map((value, i) => outcome(i, "2022-23", value)),
    });
    expect(context(base, { replicates: 99 }).outcomes[0]).toMatchObject({ n: 3, tauB: -1 });
  });

  it("says what context is missing", () => {
    const result = context(rising, { replicates: 99 });
    expect(result).toMatchObject({ outcomes: [], maxTau: null, deprivation: { tauB: null, n: 0 } });
    expect(result.incomputable.map((one) => one.quantity)).toEqual([
      "size.all",
      "size.later",
      "deprivation",
      "age",
      "maxTau",
    ]);
  });

  it.each([
    ["no council", []],
    ["one council", ["222233333"]],
    ["equal sums", ["222233333", "222233333", "222233333"]],
    ["no scores", [".........", "........."]],
  ])("%s gives null with a reason", (_, scores) => {
    const base = madeUp(scores);
    const found = drift(base, { replicates: 99 });
    expect(found).toMatchObject({ tauB: null, interval: null, jonckheere: null, cusum: null });
    expect(found.incomputable.map((one) => one.quantity)).toEqual([
      "tauB",
      "jonckheere",
      "cochranArmitage",
      "cusum",
    ]);
    expect(regions(base, { replicates: 99 })).toMatchObject({
      kruskalWallis: null,
      types: { kruskalWallis: null },
    });
    for (const result of [found, regions(base, { replicates: 99 }), context(base)])
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});
