import { expect, test } from "vitest";
import { fitCumulativeLogit } from "../../src/statistics/cumulativeLogit.js";
import { leeConsistency } from "../../src/statistics/leeConsistency.js";
import { expectClose } from "./close.js";
import { reference, scoreSets } from "./reference.js";
import type { SetName } from "./reference.js";

const expected =
  reference<
    Record<SetName, { lee: { consistency: number; kappa: number; share: number; sigma: number } }>
  >("rasch");

function consistencyOf(scores: readonly (readonly number[])[]) {
  const { value } = fitCumulativeLogit(
    scores.map((row) => row.map((score) => (score >= 3 ? 2 : 1))),
    2,
  );
  const easiness = [0, ...value!.items].map((item) => item - value!.thresholds[0]!);
  return leeConsistency(easiness, value!.sigma, 5);
}

test.each(Object.keys(scoreSets) as SetName[])("agrees with clmm and integrate on %s", (name) => {
  const found = consistencyOf(scoreSets[name].scores);
  // The two fits differ by up to 1e-4 in a parameter.
  expectClose(found.consistency, expected[name].lee.consistency, 2e-5);
  expectClose(found.kappa, expected[name].lee.kappa, 2e-5);
  expectClose(found.share, expected[name].lee.share, 2e-5);
});

test("gives the published figures of the complete set", () => {
  const found = consistencyOf(scoreSets.complete.scores);
  expect(found.consistency).toBeCloseTo(0.8266, 4);
  expect(found.kappa).toBeCloseTo(0.631, 3);
});

test("worked by hand where councils do not differ", () => {
  // One item with an even chance: two ratings agree half of the time, as by chance.
  expectClose(leeConsistency([0], 0, 1).consistency, 0.5);
  expectClose(leeConsistency([0], 0, 1).kappa, 0);
  // Two items with chances 1/2: both with chance 1/4, so 1/16 + 9/16.
  expectClose(leeConsistency([0, 0], 0, 2).consistency, 10 / 16);
});

test("has no kappa where every rating is the same", () => {
  expect(leeConsistency([0, 0], 1, 0)).toEqual({ consistency: 1, kappa: null, share: 1 });
});
