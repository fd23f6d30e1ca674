import { describe, expect, test } from "vitest";
import { fitCumulativeLogit } from "../../src/statistics/cumulativeLogit.js";
import { groupEffects } from "../../src/statistics/groupEffects.js";
import { expectAllClose, expectClose } from "./close.js";
import { reference, scoreSets } from "./reference.js";

interface Reference {
  readonly groups: readonly string[];
  readonly between: number;
  readonly within: number;
  readonly logLik: number;
  readonly means: readonly number[];
  readonly deviations: readonly number[];
  readonly laplace: {
    readonly between: number;
    readonly within: number;
    readonly modes: readonly number[];
  };
  readonly region: readonly string[];
}
const expected = reference<Record<"complete" | "all" | "shifted", Reference>>("groupEffects");

function effectsOf(rows: readonly (readonly number[])[], labels: readonly string[]) {
  const { value } = groupEffects(rows, labels, fitCumulativeLogit(rows, 4).value!);
  return value!;
}

describe.each(["complete", "all", "shifted"] as const)("on %s", (name) => {
  const wanted = expected[name];
  const { scores } = scoreSets[name === "shifted" ? "madeUpMany" : name];
  const found = effectsOf(scores, wanted.region);

  test("agrees with dense sums and optim in R", () => {
    // The thresholds beneath differ by up to 1e-4, optim's deviations by about 1e-4.
    expect(found.groups.map(({ group }) => group)).toEqual(wanted.groups);
    expectClose(found.logLik, wanted.logLik, 1e-6);
    expectClose(found.between, wanted.between, 5e-4);
    expectClose(found.within, wanted.within, 5e-4);
    expectAllClose(
      found.groups.map(({ mean }) => mean),
      wanted.means,
      5e-4,
    );
    expectAllClose(
      found.groups.map(({ deviation }) => deviation),
      wanted.deviations,
      5e-4,
    );
  });

  test("is near ordinal's joint fit by the Laplace approximation", () => {
    expectClose(found.between, wanted.laplace.between, 0.02);
    expectClose(found.within, wanted.laplace.within, 0.02);
    // The joint fit moves its thresholds, which moves every group alike.
    const centred = (values: readonly number[]) => {
      const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
      return values.map((x) => x - mean);
    };
    expectAllClose(
      centred(found.groups.map(({ mean }) => mean)),
      centred(wanted.laplace.modes),
      0.05,
    );
  });
});

test("groups that do not differ have effects of 0", () => {
  // Both groups hold the same rows.
  const { scores } = scoreSets.madeUpFew;
  const found = effectsOf(
    [...scores, ...scores],
    [...scores.map(() => "A"), ...scores.map(() => "B")],
  );
  expect(found.between).toBe(0);
  expect(found.groups).toEqual([
    { group: "A", n: 40, mean: 0, deviation: 0 },
    { group: "B", n: 40, mean: 0, deviation: 0 },
  ]);
});

test("is not estimable with one group, or where units do not differ", () => {
  const { scores } = scoreSets.madeUpFew;
  const model = fitCumulativeLogit(scores, 4).value!;
  const labels = scores.map(() => "A");
  expect(groupEffects(scores, labels, model).reason).toBe("there is one group only: A");
  const rows = [
    [3, 3, 2],
    [2, 3, 3],
    [3, 2, 3],
  ];
  const level = fitCumulativeLogit(rows, 4).value!;
  expect(groupEffects(rows, ["A", "B", "B"], level).reason).toBe(
    "units are not estimated to differ",
  );
});
