import { describe, expect, test } from "vitest";
import { correlations } from "../../src/statistics/correlations.js";
import {
  cronbachAlpha,
  intraclassCorrelation,
  twoWayMeanSquares,
} from "../../src/statistics/internalConsistency.js";
import { omegaTotal, oneFactor } from "../../src/statistics/omega.js";
import { parallelAnalysis } from "../../src/statistics/parallelAnalysis.js";
import { symmetricEigen } from "../../src/statistics/symmetricEigen.js";
import { expectAllClose, expectClose } from "./close.js";
import { reference, scoreSets } from "./reference.js";
import type { SetName } from "./reference.js";

interface Reference {
  readonly alpha: number;
  readonly icc3: number;
  readonly iccAverage: number;
  readonly loadings: readonly number[];
  readonly uniquenesses: readonly number[];
  readonly omegaStandardised: number;
  readonly omegaRaw: number;
  readonly omegaPsych: number;
  readonly correlation: readonly (readonly number[])[];
  readonly eigenvalues: readonly number[];
  readonly parallelMean: readonly number[];
  readonly parallel95: readonly number[];
  readonly psychComponents: number;
}
const expected = reference<Record<SetName, Reference>>("reliability");

describe.each(Object.keys(scoreSets) as SetName[])("agrees with R on %s", (name) => {
  const { scores } = scoreSets[name];
  const wanted = expected[name];

  test("alpha and the intraclass correlations, as psych gives them", () => {
    expectClose(cronbachAlpha(scores), wanted.alpha);
    expectClose(cronbachAlpha(scores), wanted.iccAverage);
    expectClose(intraclassCorrelation(scores), wanted.icc3);
  });

  test("correlations and their eigenvalues", () => {
    const found = correlations(scores)!;
    found.matrix.forEach((row, i) => expectAllClose(Array.from(row), wanted.correlation[i]));
    expectAllClose(symmetricEigen(found.matrix).values, wanted.eigenvalues);
  });

  test("the one-factor fit of factanal, and omega from it", () => {
    const { value } = omegaTotal(scores);
    // factanal's search ends about 1e-6 from the top.
    expectAllClose(value!.loadings, wanted.loadings, 1e-5);
    expectAllClose(value!.uniquenesses, wanted.uniquenesses, 1e-5);
    expectClose(value!.omega, wanted.omegaRaw, 1e-6);
    expectClose(value!.standardised, wanted.omegaStandardised, 1e-6);
    // psych divides by the observed variance of the sum, not by the fitted one.
    expectClose(value!.standardised, wanted.omegaPsych, 0.003);
  });

  test("parallel analysis", () => {
    const { value } = parallelAnalysis(scores);
    expectAllClose(value!.eigenvalues, wanted.eigenvalues);
    // Two simulations: five standard errors of a mean are below 0.02, of a percentile below 0.05.
    expectAllClose(value!.expected, wanted.parallelMean, 0.02);
    expectAllClose(value!.limits, wanted.parallel95, 0.05);
    expect(value!.factors).toBe(wanted.psychComponents);
  });
});

test("gives the published figures of the complete set", () => {
  const { scores } = scoreSets.complete;
  expect(cronbachAlpha(scores)).toBeCloseTo(0.85, 3);
  expect(intraclassCorrelation(scores)).toBeCloseTo(0.386, 3);
  expect(parallelAnalysis(scores).value!.factors).toBe(1);
});

test("mean squares worked by hand", () => {
  // Means of units 1.5, 3.5; of items 2, 3; of all 2.5. Units: 2 (1 + 1) = 4 on 1 degree of
  // freedom; items: 2 (.25 + .25) = 1 on 1; all: 2.25 + .25 + .25 + 2.25 = 5, residual 0.
  const rows = [
    [1, 2],
    [3, 4],
  ];
  expect(twoWayMeanSquares(rows)).toEqual({ units: 4, items: 1, residual: 0 });
  expect(cronbachAlpha(rows)).toBe(1);
  expect(intraclassCorrelation(rows)).toBe(1);
});

test("one factor is found again where the correlations are exactly its own", () => {
  const loadings = [0.9, 0.7, 0.5, 0.3];
  const matrix = loadings.map((a, i) => loadings.map((b, j) => (i === j ? 1 : a * b)));
  const found = oneFactor(matrix).value!;
  expectAllClose(found.loadings, loadings, 1e-8);
  expectAllClose(found.uniquenesses, [0.19, 0.51, 0.75, 0.91], 1e-8);
});

interface HardToFit {
  readonly scores: readonly string[];
  readonly error: boolean;
  readonly lowestUniqueness: number;
  readonly lowestLoading: number;
  readonly omega: number;
}

const hard = reference<{
  readonly sets: readonly HardToFit[];
  readonly saddle: Readonly<Record<"level" | "found" | "lowestCurvature", number>> & {
    readonly correlations: readonly (readonly number[])[];
  };
}>("omega");

test("omega is R's where factanal has a factor of all items, and else null with a reason", () => {
  const reasons = new Set<string>();
  const sound = hard.sets.filter((set) => {
    const { value, reason } = omegaTotal(set.scores.map((row) => [...row].map(Number)));
    // R's lower limit of a uniqueness is .005.
    const isSound = !set.error && set.lowestUniqueness > 0.0051 && set.lowestLoading > 0;
    expect(value !== null).toBe(isSound);
    if (isSound) expectClose(value!.omega, set.omega, 1e-6);
    else reasons.add(reason!.replace(/column \d/, "column"));
    return isSound;
  });
  expect(sound).toHaveLength(20);
  expect([...reasons].sort()).toEqual([
    "column goes against what the other columns share",
    "one factor leaves column no variation of its own, which is no estimate",
    "some columns of scores follow from the others",
    "the one-factor model does not settle",
  ]);
});

test("omega takes more rows than columns", () => {
  // The councils of South West in the complete set are seven.
  const { scores, region } = scoreSets.complete;
  const southWest = scores.filter((_, i) => region[i] === "South West");
  expect(southWest).toHaveLength(7);
  expect(omegaTotal(southWest).reason).toBe(
    "one factor of 9 columns of scores needs more than 9 rows: 7",
  );
});

test("a saddle is not taken for the maximum", () => {
  const { correlations: matrix, level, found, lowestCurvature } = hard.saddle;
  expect(found).toBeLessThan(level - 0.05);
  expect(lowestCurvature).toBeLessThan(-0.5);
  expect(oneFactor(matrix).reason).toContain("no maximum where its search ends");
});

test("more factors are found where there are more", () => {
  // Two blocks of three columns, alike within a block and unrelated between them.
  const rows = Array.from({ length: 64 }, (_, i) => {
    const [a, b] = [i % 8, Math.floor(i / 8)];
    const near = (x: number, k: number) => x + ((i * 7 + k * 3) % 5) / 5;
    return [a, near(a, 1), near(a, 2), b, near(b, 3), near(b, 4)];
  });
  expect(parallelAnalysis(rows).value!.factors).toBe(2);
});

test("nothing is estimable without variation", () => {
  const same = Array.from({ length: 5 }, () => [2, 3, 2]);
  expect(cronbachAlpha(same)).toBeNull();
  expect(intraclassCorrelation(same)).toBeNull();
  expect(omegaTotal(same).value).toBeNull();
  expect(omegaTotal(same).reason).toContain("does not vary");
  expect(parallelAnalysis(same).reason).toContain("does not vary");
  expect(cronbachAlpha([[2, 3]])).toBeNull();
  expect(cronbachAlpha([])).toBeNull();
  expect(intraclassCorrelation([[2, 3]])).toBeNull();
  expect(correlations([[1, 2]])).toBeNull();
  expect(
    omegaTotal([
      [1, 2],
      [2, 1],
      [1, 1],
    ]).reason,
  ).toContain("three columns");
});

test("the seed decides the draws", () => {
  const { scores } = scoreSets.madeUpFew;
  const draw = (seed: number) => parallelAnalysis(scores, { replicates: 20, seed }).value!.expected;
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
});
