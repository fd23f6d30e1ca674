import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frandsen } from "../../src/statistics/frandsen.js";
import { logConcaveFit, logConcaveTest } from "../../src/statistics/logConcave.js";
import { logPolynomial } from "../../src/statistics/logPolynomial.js";
import { solvePositive } from "../../src/statistics/solvePositive.js";
import { threeCell } from "../../src/statistics/threeCell.js";
import reference from "../reference/heaping.json" with { type: "json" };
import { expectAllClose, expectClose } from "./close.js";

const ks = [0, 0.05, 0.07, 0.1, 0.2];

describe("Frandsen's test", () => {
  it("agrees with R", () => {
    for (const { cells, frandsen: p } of reference.cells) {
      const [a, b, c] = cells;
      expectAllClose(
        ks.map((k) => frandsen(a, b, c, k)),
        p,
        1e-12,
      );
    }
  });

  it("forgives more the larger k is", () => {
    // One of one in the middle: p is the share allowed, 1/3 at k = 0 and 3/5 at k = 2.
    expectClose(frandsen(0, 1, 0, 0), 1 / 3, 1e-14);
    expectClose(frandsen(0, 1, 0, 2), 3 / 5, 1e-14);
    expect(frandsen(0, 0, 0, 0.07)).toBe(1);
  });

  it("refuses what is no count and a k below 0", () => {
    expect(() => frandsen(1, 2.5, 1, 0)).toThrow("whole numbers from 0: 1, 2.5, 1");
    expect(() => frandsen(1, 2, 1, -0.1)).toThrow("k: expected a number from 0: -0.1");
    expect(() => frandsen(1, 2, 1, NaN)).toThrow(RangeError);
  });
});

describe("the exact three-cell test", () => {
  it("agrees with R", () => {
    for (const { cells, threeCell: p } of reference.cells)
      expectClose(threeCell(cells[0], cells[1], cells[2]), p, 1e-12);
  });

  it("agrees with R of its own size where many values make it small", () => {
    const { cells, threeCell: p } = reference.cells.at(-1)!;
    expect(p).toBeLessThan(1e-20);
    expectClose(threeCell(cells[0], cells[1], cells[2]) / p, 1, 1e-9);
  });

  it("gives what can be worked by hand", () => {
    // n = 2, T = 2: (1, 0, 1) weighs 1 and (0, 2, 0) weighs 1/2.
    expectClose(threeCell(0, 2, 0), 1 / 3, 1e-14);
    expect(threeCell(1, 0, 1)).toBe(1);
    expect(threeCell(0, 0, 0)).toBe(1);
    expect(() => threeCell(-1, 0, 0)).toThrow("whole numbers from 0: -1, 0, 0");
  });
});

describe("the log-concave fit", () => {
  it("agrees with quadratic programming in R", () => {
    for (const { counts, fit } of reference.logConcave)
      expectAllClose(logConcaveFit(counts), fit, 1e-9);
  });

  it("keeps counts that are log-concave already", () => {
    expectAllClose(logConcaveFit([0, 1, 3, 1]), [0, 0.2, 0.6, 0.2], 1e-12);
    expect(logConcaveFit([0, 4, 0])).toEqual([0, 1, 0]);
    expectAllClose(logConcaveFit([1, 3]), [0.25, 0.75], 1e-12);
  });

  it("levels a valley", () => {
    // 2 0 2 is not log-concave; the likeliest that is, is flat.
    expectAllClose(logConcaveFit([2, 0, 2]), [1 / 3, 1 / 3, 1 / 3], 1e-12);
  });

  it("is log-concave, adds to one, keeps the mean, and no neighbour is likelier", () => {
    const cells = fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(cells, (counts) => {
        const n = counts.reduce((sum, count) => sum + count, 0);
        if (n === 0) return;
        const fit = logConcaveFit(counts);
        expectClose(
          fit.reduce((sum, p) => sum + p, 0),
          1,
          1e-9,
        );
        const mean = (weights: readonly number[]) => weights.reduce((sum, p, i) => sum + p * i, 0);
        expectClose(mean(fit), mean(counts) / n, 1e-8);
        for (let i = 1; i < fit.length - 1; i++)
          expect(fit[i] ** 2).toBeGreaterThanOrEqual(fit[i - 1] * fit[i + 1] * (1 - 1e-9));
        const logLikelihood = (p: readonly number[]) =>
          counts.reduce((sum, count, i) => (count ? sum + count * Math.log(p[i]) : sum), 0);
        // The mixture with a geometric tilt is log-concave too, and must not be likelier.
        for (const tilt of [0.9, 1.1]) {
          const tilted = fit.map((p, i) => p * tilt ** i);
          const sum = tilted.reduce((total, p) => total + p, 0);
          expect(logLikelihood(tilted.map((p) => p / sum))).toBeLessThanOrEqual(
            logLikelihood(fit) + 1e-9,
          );
        }
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it("refuses counts without a value", () => {
    expect(() => logConcaveFit([0, 0])).toThrow("expected at least one value: 0");
  });
});

describe("the log-concave test", () => {
  it("tells a heap from one hump", () => {
    const heap = logConcaveTest([2, 5, 9, 12, 2, 30, 12, 6, 2], 5, { replicates: 199 });
    const hump = logConcaveTest([1, 5, 9, 14, 17, 14, 9, 5, 1], 5, { replicates: 199 });
    expect(heap.p).toBe(0.005);
    expect(hump.p).toBeGreaterThan(0.2);
    expectClose(hump.statistic, 0, 1e-8);
  });

  it("refuses a threshold without a cell below it", () => {
    expect(() => logConcaveTest([1, 2], 0)).toThrow("expected a cell from 1 to 1: 0");
    expect(() => logConcaveTest([1, 2], 2)).toThrow(RangeError);
  });
});

describe("the log-polynomial counterfactual", () => {
  it("agrees with R's Poisson regression", () => {
    for (const { counts, dummied, degree, expected } of reference.logPolynomial)
      expectAllClose(logPolynomial(counts, dummied, degree)!, expected, 1e-9);
  });

  it("continues a geometric series exactly", () => {
    expectAllClose(logPolynomial([1, 2, 99, 8, 16], [2], 1)!, [4], 1e-9);
  });

  it("is null without a maximum", () => {
    expect(logPolynomial([0, 0, 5, 0, 0], [2], 1)).toBeNull();
    expect(logPolynomial([4, 0, 7, 0, 0], [2], 2)).toBeNull();
  });

  it("refuses fewer cells than coefficients", () => {
    expect(() => logPolynomial([1, 2, 3], [1], 2)).toThrow("more than 2 cells to fit: 2");
  });
});

describe("a positive definite system", () => {
  it("is solved", () => {
    // 4x + 2y = 8 and 2x + 3y = 8 give x = 1, y = 2.
    const solution = solvePositive(
      [
        [4, 2],
        [2, 3],
      ],
      [8, 8],
    );
    expectAllClose(solution!, [1, 2], 1e-14);
  });

  it("is null when it is not", () => {
    expect(
      solvePositive(
        [
          [1, 1],
          [1, 1],
        ],
        [1, 1],
      ),
    ).toBeNull();
  });
});
