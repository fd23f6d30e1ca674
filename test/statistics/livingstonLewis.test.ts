import { describe, expect, test } from "vitest";
import { classificationConsistency } from "../../src/statistics/classificationConsistency.js";
import { fitBeta } from "../../src/statistics/fitBeta.js";
import { livingstonLewis } from "../../src/statistics/livingstonLewis.js";
import { expectClose } from "./close.js";
import { reference, scoreSets } from "./reference.js";
import type { SetName } from "./reference.js";

type Name =
  "alpha" | "effectiveLength" | "low" | "high" | "a" | "b" | "share" | "consistency" | "kappa";
const expected =
  reference<Record<SetName, Readonly<Record<Name, number>> & { moments: readonly number[] }>>(
    "livingstonLewis",
  );
const sumsOf = (name: SetName) =>
  scoreSets[name].scores.map((row) => row.reduce((sum, score) => sum + score, 0));
const scale = { limits: [9, 36], cut: 23 } as const;

describe("Livingston and Lewis's consistency", () => {
  test.each(Object.keys(scoreSets) as SetName[])("agrees with R on %s", (name) => {
    const wanted = expected[name];
    const { value } = livingstonLewis(sumsOf(name), { ...scale, reliability: wanted.alpha });
    expect(value!.effectiveLength).toBe(wanted.effectiveLength);
    for (const key of ["low", "high", "a", "b"] as const)
      expectClose(value!.trueScores[key], wanted[key], 1e-7);
    for (const key of ["share", "consistency", "kappa"] as const)
      expectClose(value![key], wanted[key], 1e-8);
  });

  test("worked by hand at two items", () => {
    const two = { limits: [0, 2], cut: 2 } as const;
    // Mean 1 and variance 4/5. At reliability 3/4 the length is (1 - 3/5) / (4/5 * 1/4) = 2. True
    // scores have mean 1/2, and of the square the share of 2 of 2, 1/3: uniform. Both items are had
    // with chance t^2: a third of ratings, and two agree on 2/5 - 2/3 + 1 = 11/15. By chance they
    // agree on 1/9 + 4/9 = 5/9, so kappa is (11/15 - 5/9) / (4/9) = 2/5.
    const { value } = livingstonLewis([0, 0, 1, 1, 2, 2], { ...two, reliability: 3 / 4 });
    expect(value!.effectiveLength).toBe(2);
    expectClose(value!.trueScores.a, 1);
    expectClose(value!.trueScores.b, 1);
    expectClose(value!.share, 1 / 3);
    expectClose(value!.consistency, 11 / 15);
    expectClose(value!.kappa, 2 / 5);
    // Mean 1 and variance 2/3. At reliability 1/2 the length is (1 - 1/3) / (1/3) = 2, the mean of
    // the square 1/4, that of the mean: no variance.
    expect(livingstonLewis([0, 1, 1, 2], { ...two, reliability: 1 / 2 })).toEqual({
      value: null,
      reason: "true scores hardly vary, or no beta distribution has their moments",
    });
    // Mean 1 and variance 8/8. At reliability 3/4 the length is (1 - 3/4) / (1/4) = 1.
    expect(livingstonLewis([0, 0, 0, 0, 1, 2, 2, 2, 2], { ...two, reliability: 3 / 4 })).toEqual({
      value: null,
      reason: "scores differ too much for a binomial error",
    });
  });

  test("gives no figure where there is none", () => {
    const of = (scores: readonly number[], reliability: number) =>
      livingstonLewis(scores, { ...scale, reliability });
    expect(of([20, 25, 23], -0.1).reason).toBe("the reliability is not between 0 and 1: -0.1");
    expect(of([20, 25, 23], 1).value).toBeNull();
    expect(of([20, 25, 23], 1 - 1e-9).reason).toBe("the reliability leaves hardly any error");
    expect(of([23, 23], 0.8).reason).toBe("no score differs from another");
    expect(of([23], 0.8).value).toBeNull();
    expect(() => of([8, 23], 0.8)).toThrow("score: expected a number from 9 to 36: 8");
  });
});

describe("a beta distribution by moments", () => {
  test("worked by hand", () => {
    // Uniform on [0, 1]: moments 1/2, 1/3, 1/4, 1/5, and a = b = 1.
    const uniform = fitBeta([1 / 2, 1 / 3, 1 / 4, 1 / 5])!;
    expectClose(uniform.a, 1);
    expectClose(uniform.b, 1);
    // The same squeezed onto [1/4, 3/4]: moments (3^(k+1) - 1) / 4^(k+1) * 2 / (k + 1).
    const moments = [1, 2, 3, 4].map((k) => ((3 ** (k + 1) - 1) / 4 ** (k + 1)) * (2 / (k + 1)));
    const squeezed = fitBeta(moments)!;
    expectClose(squeezed.low, 1 / 4);
    expectClose(squeezed.high, 3 / 4);
    expectClose(squeezed.a, 1);
    // Two moments alone: mean 1/3, variance 1/18, so a + b = (2/9) / (1/18) - 1 = 3.
    const two = fitBeta([1 / 3, 1 / 6])!;
    expect(two).toMatchObject({ low: 0, high: 1 });
    expectClose(two.a, 1);
    expectClose(two.b, 2);
  });
  test("is none without variance, or with more than any distribution on [0, 1] has", () => {
    expect(fitBeta([1 / 2, 1 / 4, 1 / 8, 1 / 16])).toBeNull();
    expect(fitBeta([1 / 2, 0.6])).toBeNull();
  });
});

test("agreement of two ratings, worked by hand", () => {
  // One in four always passes, three in four pass half of the time: 1/4 + 3/4 * 1/2 = 5/8 pass and
  // as many agree; by chance (25 + 9) / 64 = 34/64, and kappa is (40 - 34) / (64 - 34) = 1/5.
  const found = classificationConsistency([1, 3], [1, 0.5]);
  expectClose(found.consistency, 5 / 8);
  expectClose(found.share, 5 / 8);
  expectClose(found.kappa, 1 / 5);
});
