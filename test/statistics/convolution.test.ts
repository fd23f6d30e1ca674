import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convolve } from "../../src/statistics/convolution.js";
import { dirichletReaches } from "../../src/statistics/dirichletWeights.js";
import { random } from "../../src/statistics/random.js";
import reference from "../reference/dirichlet.json" with { type: "json" };
import { expectAllClose, expectClose } from "./close.js";

describe("the convolution", () => {
  const weights = fc
    .array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 4 })
    .filter((list) => list.some((weight) => weight > 0))
    .map((list) => list.map((weight) => weight / list.reduce((sum, w) => sum + w, 0)));

  it("is that of every combination, and adds to one", () => {
    fc.assert(
      fc.property(fc.array(weights, { maxLength: 4 }), (distributions) => {
        const expected = new Map<number, number>();
        const go = (i: number, sum: number, p: number): void => {
          if (i === distributions.length) expected.set(sum, (expected.get(sum) ?? 0) + p);
          else distributions[i].forEach((q, v) => go(i + 1, sum + v, p * q));
        };
        go(0, 0, 1);
        const result = convolve(distributions);
        result.forEach((p, s) => expectClose(p, expected.get(s) ?? 0, 1e-14));
        expectClose(
          result.reduce((sum, p) => sum + p, 0),
          1,
          1e-14,
        );
      }),
      { seed: 8, numRuns: 100 },
    );
  });

  it("of two dice is a triangle, and of nothing a sum of 0", () => {
    const die = [0, 1, 1, 1, 1, 1, 1].map((weight) => weight / 6);
    expectAllClose(
      [...convolve([die, die])],
      [0, 0, 1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1].map((ways) => ways / 36),
      1e-15,
    );
    expect([...convolve([])]).toEqual([1]);
  });
});

describe("Dirichlet weights", () => {
  const levels = (counts: readonly number[]) => counts.map((count, i) => ({ value: i + 1, count }));

  it("agree with nested integration in R", () => {
    for (const { counts, cut, c, p } of reference.reaches)
      expectClose(dirichletReaches(levels(counts), cut, c), p);
  });

  it("give the chances that can be worked by hand", () => {
    // The binomial tail: I_.5(4, 5) is the chance of 4 or more heads of 8, 163/256.
    expectClose(dirichletReaches(levels([0, 5, 4, 0]), 2.5, 1), 1 - 163 / 256, 1e-14);
    expectClose(dirichletReaches(levels([0, 4, 5, 0]), 2.5, 1), 163 / 256, 1e-14);
    // One of each of two levels: the weight is uniform.
    expectClose(dirichletReaches(levels([1, 1]), 1.25, 1), 0.75, 1e-14);
    expect(dirichletReaches(levels([0, 9]), 2.5, 1)).toBe(0);
    expect(dirichletReaches(levels([0, 0, 9]), 2.5, 1)).toBe(1);
    expect(dirichletReaches(levels([0, 5, 4]), 2, 1)).toBe(1);
    expect(dirichletReaches(levels([0, 5, 4]), 3, 1)).toBe(0);
  });

  it("are symmetric about the middle of three levels", () => {
    expectClose(dirichletReaches(levels([2, 3, 2]), 2, 1), 0.5, 1e-13);
    expectClose(dirichletReaches(levels([2, 3, 2]), 2, 10), 0.5, 1e-13);
  });

  it("agree with draws of the weights", () => {
    const stream = random(11);
    const scores = [1, 2, 2, 3, 3, 3, 4, 2, 4];
    let reached = 0;
    for (let draw = 0; draw < 20_000; draw++) {
      // Exponential variables over their sum are Dirichlet with parameters 1.
      const weights = scores.map(() => -Math.log1p(-stream.next()));
      const mean = weights.reduce((sum, w, i) => sum + w * (scores[i] - 2.6), 0);
      if (mean >= 0) reached++;
    }
    // Four standard errors.
    expectClose(dirichletReaches(levels([1, 3, 3, 2]), 2.6, 1), reached / 20_000, 0.014);
  });

  it("refuse a concentration that is none, and no levels", () => {
    expect(() => dirichletReaches(levels([0, 5, 4]), 2.5, 0)).toThrow("number above 0: 0");
    expect(() => dirichletReaches(levels([0, 0]), 2.5, 1)).toThrow("at least one level");
  });
});
