import { expect, it } from "vitest";
import {
  chancesOf,
  fitProportionalOdds,
  leaveOneOut,
} from "../../src/statistics/proportionalOdds.js";
import { expectAllClose, expectClose } from "./close.js";
import { reference } from "./reference.js";

const { whole } = reference<{
  told: {
    whole: { logLik: number; cuts: number[]; slopes: number[]; x: number[][]; y: number[] };
  };
}>("registeredClaims").told;

it("agrees with R", () => {
  const value = fitProportionalOdds(whole.x, whole.y).value!;
  expectClose(value.logLik, whole.logLik, 1e-9);
  expectAllClose(value.cuts, whole.cuts, 1e-4);
  expectAllClose(value.slopes, whole.slopes, 1e-4);
});

it("is logistic regression for two categories", () => {
  // R: glm(c(0,0,1,0,1,1) ~ c(1,2,3,4,5,6), binomial).
  const value = fitProportionalOdds([[1], [2], [3], [4], [5], [6]], [0, 0, 1, 0, 1, 1]).value!;
  expect(value.cuts[0]).toBeCloseTo(4.2491, 4);
  expect(value.slopes[0]).toBeCloseTo(1.21403, 4);
  const chances = chancesOf(value, [3.5]);
  expect(chances[0] + chances[1]).toBeCloseTo(1, 12);
  expect(chances[1]).toBeCloseTo(0.5, 7);
});

it("has no estimate where the covariates tell the categories apart, or there is one", () => {
  expect(fitProportionalOdds([[1], [2], [3], [4]], [0, 0, 1, 1]).value).toBeNull();
  expect(fitProportionalOdds([[1], [2]], [0, 0]).reason).toMatch(/the same/);
});

it("tells each from the others alone", () => {
  // Nothing in x: each is given the most common category of the others, so that the last of a
  // category that is as common as the other is given the other.
  const rows = [[1], [-1], [1], [-1]];
  expect(leaveOneOut(rows, [0, 0, 1, 1]).value).toEqual([1, 1, 0, 0]);
  expect(leaveOneOut(rows, [0, 1, 1, 1]).reason).toMatch(/the same/);
});
