import { describe, expect, it } from "vitest";
import { drift } from "../../../src/councils/analysis/drift.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { madeUp } from "../../madeUp.js";
import {
  agrees,
  near,
  reference,
  rising,
  risingMonths,
  risingProfiles,
  sameP,
  tooLittle,
} from "./driftRegionsContext.js";

const dataset = readDataset();

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
});

it("agrees with the figures found first, as far as they were rounded", () => {
  const quick = { replicates: 99 };
  expect(drift(dataset, quick).tauB).toBeCloseTo(0.03, 3);
  expect(drift(dataset, { ...quick, set: "all" }).tauB).toBeCloseTo(-0.114, 3);
});

describe("small cases by hand", () => {
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
    const undated = madeUp(risingProfiles, (i) => ({ published: i ? risingMonths[i] : null }));
    const result = drift(undated, { set: "all", replicates: 99 });
    expect(result.n).toBe(3);
    expect(result.leftOut).toContainEqual({ reason: "the date of publication is not known", n: 1 });
  });

  it.each(tooLittle)("%s gives null with a reason", (_, scores) => {
    const found = drift(madeUp(scores), { replicates: 99 });
    expect(found).toMatchObject({ tauB: null, interval: null, jonckheere: null, cusum: null });
    expect(found.incomputable.map((one) => one.quantity)).toEqual([
      "tauB",
      "jonckheere",
      "cochranArmitage",
      "cusum",
    ]);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });
});
