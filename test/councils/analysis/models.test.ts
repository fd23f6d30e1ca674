import { describe, expect, test } from "vitest";
import { dimension } from "../../../src/councils/analysis/dimension.js";
import { information } from "../../../src/councils/analysis/information.js";
import { ordinalModel } from "../../../src/councils/analysis/ordinalModel.js";
import { regionEffects } from "../../../src/councils/analysis/regionEffects.js";
import { reliability } from "../../../src/councils/analysis/reliability.js";
import { select } from "../../../src/councils/analysis/select.js";
import { signal } from "../../../src/councils/analysis/signal.js";
import { themePartitions } from "../../../src/councils/analysis/themePartitions.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { madeUp } from "../../madeUp.js";
import { expectAllClose, expectClose } from "../../statistics/close.js";
import { reference, scoreSets } from "../../statistics/reference.js";
import type { SetName } from "../../statistics/reference.js";
import { datasets, digits, names } from "./referenceSets.js";

const real = readDataset();

test.each(["complete", "all"] as const)("the reference scripts read the %s set alike", (set) => {
  const { assessments } = select(real, "scores", { set });
  expect(assessments.map((a) => a.scores)).toEqual(scoreSets[set].scores);
});

describe("information", () => {
  type Reference = Readonly<Record<"theilU" | "nullU", readonly number[]>>;
  const expected = reference<Record<SetName, Reference>>("information");
  test.each(names)("agrees with R on %s", (name) => {
    const found = information(...datasets[name]);
    expectAllClose(found.theilU, expected[name].theilU);
    expectAllClose(found.nullMean, expected[name].nullU);
    expectAllClose(
      found.corrected,
      expected[name].theilU.map((u, j) => u - expected[name].nullU[j]),
    );
    expect(found.incomputable).toEqual([]);
  });
  test("says which statement does not vary", () => {
    const found = information(madeUp(["333333333", "322222222", "333333332"]));
    expect(found.theilU[0]).toBeNull();
    expectClose(found.theilU[1], 1);
    expect(found.incomputable).toEqual([
      { quantity: "theilU.0", reason: "every council has the same score" },
    ]);
  });
  test("needs two words", () => {
    const found = information(madeUp(["333333333", "333333332"]));
    expect(found.theilU).toEqual(Array.from({ length: 9 }, () => null));
    expect(found.incomputable).toEqual([
      { quantity: "theilU", reason: "every council has the same rating" },
    ]);
  });
});

describe("dimension", () => {
  test("finds one factor in the complete set", () => {
    const { parallel, n } = dimension(real);
    expect(n).toBe(72);
    expect(parallel!.factors).toBe(1);
    expect(parallel!.replicates).toBe(1000);
  });
  test("caps the draws", () => {
    expect(dimension(real, { replicates: 9999 }).parallel!.replicates).toBe(1000);
    expect(dimension(real, { replicates: 50 }).parallel!.replicates).toBe(50);
  });
});

describe("reliability", () => {
  interface Reference {
    readonly alpha: number;
    readonly icc3: number;
    readonly omegaRaw: number;
  }
  const expected = reference<Record<SetName, Reference>>("reliability");
  const lee =
    reference<Record<SetName, { readonly lee: { consistency: number; kappa: number } }>>("rasch");
  const crossReference =
    reference<
      Record<SetName, Readonly<Record<"consistency" | "kappa" | "share" | "observedShare", number>>>
    >("livingstonLewis");
  test.each(names)("agrees with R on %s", (name) => {
    const [dataset, set] = datasets[name];
    const found = reliability(dataset, { ...set, replicates: 200 });
    expectClose(found.alpha, expected[name].alpha);
    expectClose(found.icc3, expected[name].icc3);
    expectClose(found.omega, expected[name].omegaRaw, 1e-6);
    expectClose(found.lee!.consistency, lee[name].lee.consistency, 2e-5);
    expectClose(found.lee!.kappa, lee[name].lee.kappa, 2e-5);
    for (const key of ["consistency", "kappa", "share", "observedShare"] as const)
      expectClose(found.livingstonLewis![key], crossReference[name][key], 1e-8);
    for (const key of ["alpha", "icc3", "omega"] as const) {
      if (found.intervals[key] === null) {
        // In the few rows of madeUpFew a column often goes against the others when rows are drawn.
        expect([name, key]).toEqual(["madeUpFew", "omega"]);
        expect(found.omegaBootstrap!.undefinedDraws[0]).toBeGreaterThan(0.05 * 200);
        expect(found.incomputable).toContainEqual({
          quantity: "intervals.omega",
          reason: "too many draws give no omega, as where one factor does not fit",
        });
        continue;
      }
      const [low, high] = found.intervals[key];
      expect(low).toBeLessThan(found[key]!);
      expect(high).toBeGreaterThan(found[key]!);
    }
  });
  test("draws 9,999 times, and 999 where each draw fits a factor", () => {
    const found = reliability(real);
    expect(found.bootstrap!.replicates).toBe(9999);
    expect(found.omegaBootstrap!.replicates).toBe(999);
    expect(found.intervals.alpha![0]).toBeGreaterThan(0.7);
  });
});

describe("ordinal model", () => {
  interface Reference {
    readonly logLik: number;
    readonly sigma: number;
    readonly thresholds: readonly number[];
    readonly thresholdErrors: readonly number[];
    readonly statements: readonly number[];
  }
  const expected = reference<Record<SetName, Reference>>("ordinalModel");
  test.each(names)("agrees with ordinal::clmm on %s", (name) => {
    const found = ordinalModel(...datasets[name]);
    const wanted = expected[name];
    expect(Math.abs(found.logLik! - wanted.logLik)).toBeLessThan(1e-5);
    const pairs = [
      [found.sigma!, wanted.sigma],
      ...found.thresholds!.map((x, i) => [x!, wanted.thresholds[i]]),
      ...found.statements!.map((x, i) => [x, wanted.statements[i]]),
      // Half of a Wald interval is 1.959964 standard errors.
      ...found.intervals.thresholds!.map((x, i) => [
        (x![1] - x![0]) / 2 / 1.959964,
        wanted.thresholdErrors[i],
      ]),
    ];
    for (const [x, y] of pairs) expect(Math.abs(x - y)).toBeLessThan(1e-4);
    expect(found.incomputable).toEqual([]);
  });
  test("leaves out the thresholds of scores that nobody has", () => {
    const rows = digits(scoreSets.complete).map((row) => row.replace(/4/g, "3").replace(/1/g, "2"));
    const found = ordinalModel(madeUp(rows));
    expect(found.thresholds!.map((x) => x !== null)).toEqual([false, true, false]);
    expect(found.intervals.thresholds!.map((x) => x !== null)).toEqual([false, true, false]);
    expect(found.incomputable.map(({ quantity }) => quantity)).toEqual([
      "thresholds.0",
      "thresholds.2",
    ]);
  });
});

describe("region effects", () => {
  interface Reference {
    readonly groups: readonly string[];
    readonly between: number;
    readonly means: readonly number[];
    readonly deviations: readonly number[];
  }
  const expected = reference<Record<"complete" | "all", Reference>>("groupEffects");
  test.each(["complete", "all"] as const)("agree with R on the %s set", (set) => {
    const found = regionEffects(real, { set });
    const wanted = expected[set];
    expectClose(found.between, wanted.between, 5e-4);
    expect(found.regions!.map(({ region }) => region)).toEqual(wanted.groups);
    expect(found.regions!.reduce((sum, { n }) => sum + n, 0)).toBe(found.n);
    found.regions!.forEach(({ mean, interval }, g) => {
      expectClose(mean, wanted.means[g], 5e-4);
      // Half of the interval is 1.959964 posterior deviations.
      expectClose((interval![1] - interval![0]) / 2 / 1.959964, wanted.deviations[g], 5e-4);
    });
  });
});

const analyses = {
  information,
  themePartitions,
  dimension,
  reliability,
  ordinalModel,
  regionEffects,
  signal,
};
const cases: Record<string, readonly string[]> = {
  "no council": [],
  "one council": ["232323232"],
  "scores all the same": ["333333333", "333333333", "333333333"],
  "councils all alike": ["323232323", "323232323"],
  "a statement that does not vary": ["333333333", "322222222", "323232323", "332323222"],
  "one word only": ["333333332", "333333323", "323333333", "332333333"],
  "two levels without overlap": ["222222222", "333333333", "222222222", "333333333"],
  "only 1s and 4s": ["141414141", "414141414", "111144444", "444411111", "114411441"],
};

/** Every number anywhere in a result. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return value && typeof value === "object" ? Object.values(value).flatMap(numbersIn) : [];
}

describe.each(Object.entries(cases))("with %s", (_, profiles) => {
  test.each(Object.entries(analyses))("%s gives numbers, or null with a reason", (_, analysis) => {
    const found = analysis(madeUp(profiles), { replicates: 99 });
    expect(found.n).toBe(profiles.length);
    for (const x of numbersIn(found)) expect(Number.isFinite(x)).toBe(true);
    // Plain JSON: what is written is what is read.
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    const { n, leftOut, incomputable, ...quantities } = found;
    for (const { quantity, reason } of incomputable) {
      expect(Object.keys(quantities)).toContain(quantity.split(".")[0]);
      expect(reason.length).toBeGreaterThan(10);
    }
    if (n < 2) expect(incomputable.map(({ reason }) => reason).join()).toMatch(/fewer than/);
    expect(leftOut).toEqual([]);
  });
});

test("relabelling councils changes nothing that does not draw", () => {
  const profiles = digits(scoreSets.madeUpFew);
  const [one, other] = [madeUp(profiles), madeUp([...profiles].reverse())];
  expectAllClose(information(other).theilU, information(one).theilU as number[]);
  expectClose(themePartitions(other).means.themes, themePartitions(one).means.themes!);
  expectClose(ordinalModel(other).logLik, ordinalModel(one).logLik!);
  expectClose(
    reliability(other, { replicates: 9 }).alpha,
    reliability(one, { replicates: 9 }).alpha!,
  );
});
