import { describe, expect, it } from "vitest";
import { groupedLogit } from "../../src/statistics/groupedLogit.js";
import { expectAllClose, expectClose } from "./close.js";
import { reference } from "./reference.js";

interface Row {
  readonly region: string;
  readonly people: number;
  readonly imd: number;
  readonly rating: string;
}
const { madeUp } = reference<{
  size: {
    madeUp: {
      oddsRatio: number;
      interval: number[];
      sigma: number;
      logLik: number;
      p: number;
      data: Row[];
    };
  };
}>("registeredClaims").size;
const { data } = madeUp;
const fit = (rows: readonly Row[]) =>
  groupedLogit(
    rows.map(({ rating }) => rating === "Good"),
    [rows.map(({ people }) => Math.log2(people)), rows.map(({ imd }) => imd)],
    rows.map(({ region }) => region),
  );

it("agrees with R where groups differ: estimate, profile interval, deviation and p", () => {
  const value = fit(data).value!;
  expectClose(value.logLik, madeUp.logLik, 1e-8);
  expectClose(Math.exp(value.slopes[0]), madeUp.oddsRatio, 1e-5);
  expectAllClose(value.interval!.map(Math.exp), madeUp.interval, 1e-5);
  expectClose(value.sigma, madeUp.sigma, 1e-4);
  expectClose(value.p, madeUp.p, 1e-5);
});

it("is plain logistic regression where each group is alike", () => {
  // R: glm(c(0,0,1,0,1,1) ~ c(1,2,3,4,5,6), binomial): intercept -4.24910, slope 1.21403; the two groups
  // hold the same six, so that their deviation is 0.
  const one = [false, false, true, false, true, true];
  const value = groupedLogit(
    [...one, ...one],
    [[1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6]],
    ["a", "a", "a", "a", "a", "a", "b", "b", "b", "b", "b", "b"],
  ).value!;
  expect(value.slopes[0]).toBeCloseTo(1.21403, 4);
  expect(value.intercept).toBeCloseTo(-4.2491, 4);
  expect(value.sigma).toBe(0);
});

describe("says why there is no estimate", () => {
  it.each([
    ["all the same", [true, true, true], [1, 2, 3], /the same/],
    ["told apart", [false, false, true, true], [1, 2, 3, 4], /no finite estimate/],
    ["a level covariate", [false, true, false], [2, 2, 2], /does not vary/],
  ] as const)("%s", (_, outcomes, values, reason) => {
    const labels = values.map((_one, i) => (i % 2 ? "a" : "b"));
    const found = groupedLogit(outcomes, [values], labels);
    expect(found.value).toBeNull();
    expect(found.reason).toMatch(reason);
  });
});
