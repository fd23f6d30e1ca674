import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cochranArmitage } from "../../src/statistics/cochranArmitage.js";
import { drawnSum, twoSidedP } from "../../src/statistics/drawnSum.js";
import { jonckheere } from "../../src/statistics/jonckheere.js";
import { kendall, tauB } from "../../src/statistics/kendall.js";
import { kruskalWallis } from "../../src/statistics/kruskalWallis.js";
import { newcombe } from "../../src/statistics/newcombe.js";
import { permutationTest } from "../../src/statistics/permutation.js";
import { rankSum } from "../../src/statistics/rankSum.js";
import { doubledMidranks, tieSizes } from "../../src/statistics/ranks.js";
import reference from "../reference/ranks.json" with { type: "json" };
import { expectAllClose, expectClose } from "./close.js";

/** Four standard errors of a permutation p over 9,999 draws. */
function monteCarlo(p: number): number {
  return 4 * Math.sqrt((p * (1 - p)) / 9999) + 1e-4;
}

describe("ranks", () => {
  it("are doubled midranks, and ties counted from the smallest value", () => {
    expect(doubledMidranks([10, 7, 7, 12])).toEqual([6, 3, 3, 8]);
    expect(tieSizes([10, 7, 7, 12])).toEqual([2, 1, 1]);
    expect([doubledMidranks([]), tieSizes([])]).toEqual([[], []]);
    expect(() => doubledMidranks([1, NaN])).toThrow("expected finite numbers: NaN");
  });
});

describe("the sum of numbers drawn without replacement", () => {
  it("is that of every subset", () => {
    const numbers = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(numbers, fc.nat({ max: 9 }), (values, draw) => {
        const m = Math.min(draw, values.length);
        const counts = new Map<number, number>();
        let subsets = 0;
        for (let mask = 0; mask < 1 << values.length; mask++) {
          const chosen = values.filter((_, i) => mask & (1 << i));
          if (chosen.length !== m) continue;
          const sum = chosen.reduce((total, value) => total + value, 0);
          counts.set(sum, (counts.get(sum) ?? 0) + 1);
          subsets++;
        }
        const { first, step, probabilities } = drawnSum(values, m)!;
        let mass = 0;
        probabilities.forEach((p, i) => {
          expectClose(p, (counts.get(first + i * step) ?? 0) / subsets, 1e-12);
          mass += p;
        });
        expectClose(mass, 1, 1e-12);
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  it("is null where its table would be too large", () => {
    expect(
      drawnSum(
        Array.from({ length: 2000 }, (_, i) => i),
        1000,
      ),
    ).toBeNull();
  });

  it("refuses what cannot be drawn", () => {
    expect(() => drawnSum([1, 2], 3)).toThrow("expected a number to draw from 0 to 2: 3");
    expect(() => drawnSum([1, 2.5], 1)).toThrow("expected whole numbers");
  });

  it("has two tails, both counted", () => {
    // The sum of two of 1 to 4: 3, 4, 5, 5, 6, 7. As far as 4 from 5: all but the two 5s.
    expectClose(twoSidedP(drawnSum([1, 2, 3, 4], 2)!, 4, 5), 4 / 6, 1e-15);
    expectClose(twoSidedP(drawnSum([1, 2, 3, 4], 2)!, 7, 5), 2 / 6, 1e-15);
  });
});

describe("the rank sum test", () => {
  it("agrees with coin's exact test and with the equation of the interval", () => {
    for (const { x, y, A, p, interval } of reference.rankSums) {
      const result = rankSum([x].flat(), [y].flat());
      expectClose(result.A, A, 1e-14);
      expectClose(result.cliffsDelta, 2 * A - 1, 1e-14);
      expectClose(result.p, p);
      expect(result.pMethod).toBe("exact permutation");
      expectAllClose(result.interval, interval);
    }
  });

  it("is symmetric in its groups", () => {
    const value = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(value, value, (x, y) => {
        const [forth, back] = [rankSum(x, y), rankSum(y, x)];
        expectClose(forth.A, 1 - back.A, 1e-12);
        expectClose(forth.p, back.p, 1e-12);
        expectAllClose(forth.interval, [1 - back.interval[1], 1 - back.interval[0]], 1e-12);
        expect(forth.interval[0]).toBeLessThanOrEqual(forth.A + 1e-12);
        expect(forth.interval[1]).toBeGreaterThanOrEqual(forth.A - 1e-12);
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it("finds nothing where all values are tied", () => {
    expect(rankSum([2, 2], [2, 2, 2])).toMatchObject({ A: 0.5, p: 1 });
  });

  it("falls back on the normal approximation, and says so", () => {
    const x = Array.from({ length: 300 }, (_, i) => (i * 7) % 301);
    const y = Array.from({ length: 310 }, (_, i) => ((i * 11) % 307) + 20);
    const large = rankSum(x, y);
    expect(large.pMethod).toBe("normal approximation");
    // The same test by the chi-square with one degree of freedom, z squared.
    expectClose(large.p, kruskalWallis([x, y], { replicates: 9 })!.chiSquareP);
  });

  it("refuses an empty group", () => {
    expect(() => rankSum([], [1])).toThrow("expected two groups: 0 and 1 values");
    expect(() => rankSum([1], [Infinity])).toThrow("expected finite numbers: Infinity");
    expect(() => newcombe(1.2, 3, 4)).toThrow("A: expected a number from 0 to 1: 1.2");
    expect(() => newcombe(0.5, 0, 4)).toThrow(RangeError);
    expect(() => newcombe(0.5, 3, 4, 1)).toThrow(RangeError);
  });
});

describe("Kendall's tau-b", () => {
  it("agrees with R", () => {
    for (const { x, y, tau, p, greaterP } of reference.kendalls) {
      expectClose(tauB(x, y), tau, 1e-14);
      expectClose(kendall(x, y, { replicates: 9 })!.asymptoticP, p);
      const greater = kendall(x, y, { replicates: 9, alternative: "greater" })!;
      expectClose(greater.asymptoticP, greaterP);
    }
  });

  it("has the permutation p of going through every order", () => {
    for (const { x, y, enumeratedP, enumeratedGreaterP } of reference.kendalls) {
      if (enumeratedP === undefined) continue;
      expectClose(kendall(x, y)!.permutation.p, enumeratedP, monteCarlo(enumeratedP));
      const greater = kendall(x, y, { alternative: "greater" })!.permutation;
      expectClose(greater.p, enumeratedGreaterP, monteCarlo(enumeratedGreaterP));
    }
  });

  it("counts the same pairs one by one", () => {
    const values = fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 })), { maxLength: 20 });
    fc.assert(
      fc.property(values, (pairs) => {
        let [s, n1, n2] = [0, 0, 0];
        pairs.forEach(([x, y], i) => {
          for (const [otherX, otherY] of pairs.slice(0, i)) {
            s += Math.sign(x - otherX) * Math.sign(y - otherY);
            n1 += Math.abs(Math.sign(x - otherX));
            n2 += Math.abs(Math.sign(y - otherY));
          }
        });
        const tau = tauB(
          pairs.map(([x]) => x),
          pairs.map(([, y]) => y),
        );
        if (n1 * n2 === 0) expect(tau).toBeNull();
        else expectClose(tau, s / Math.sqrt(n1 * n2), 1e-12);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it("is null where either list never varies", () => {
    for (const [x, y] of [
      [[], []],
      [[1], [2]],
      [
        [1, 1],
        [2, 3],
      ],
    ])
      expect([tauB(x, y), kendall(x, y)]).toEqual([null, null]);
    expect(tauB([1, 2], [2, 3])).toBe(1);
  });

  it("refuses lists that do not pair", () => {
    expect(() => tauB([1], [1, 2])).toThrow("expected pairs: 1 and 2 values");
    expect(() => tauB([1, NaN], [1, 2])).toThrow("expected finite numbers: NaN");
  });
});

describe("the Jonckheere-Terpstra test", () => {
  it("agrees with R", () => {
    for (const { groups, J, z, p } of reference.jonckheeres) {
      const result = jonckheere(groups)!;
      expect(result.J).toBe(J);
      expectClose(result.z, z);
      expectClose(result.asymptoticP, p);
      // The normal approximation is within .02 of the permutation at these sizes.
      expectClose(result.permutation.p, p, 0.02);
    }
  });

  it("has the p of every way to deal the values out", () => {
    // {1} below {2, 3}: J = 2 of 2, expected 1. Of the 3 deals, those with 1 or 3 first are as far.
    const result = jonckheere([[1], [2, 3]])!;
    expect([result.J, result.expected, result.n]).toEqual([2, 1, 3]);
    expectClose(result.permutation.p, 2 / 3, monteCarlo(2 / 3));
  });

  it("is null with one group or one value", () => {
    expect(jonckheere([[1, 2], []])).toBeNull();
    expect(jonckheere([[2], [2, 2]])).toBeNull();
    expect(jonckheere([])).toBeNull();
  });
});

describe("the Kruskal-Wallis test", () => {
  it("agrees with R", () => {
    for (const { groups, H, p } of reference.kruskals) {
      const result = kruskalWallis(groups)!;
      expectClose(result.H, H);
      expectClose(result.chiSquareP, p);
      expectClose(result.permutation.p, p, 0.03);
    }
  });

  it("has the p of every way to deal the values out", () => {
    // Values 1, 2, 3, 4 in two pairs: of the 3 splits, {1, 2} against {3, 4} alone is this far.
    const { permutation, groups } = kruskalWallis([[1, 2], [], [3, 4]])!;
    expectClose(permutation.p, 1 / 3, monteCarlo(1 / 3));
    expect(groups).toBe(2);
  });

  it("is null with one group or one value", () => {
    expect(kruskalWallis([[1, 2], []])).toBeNull();
    expect(() => kruskalWallis([[NaN], [NaN]])).toThrow("expected finite numbers: NaN");
    expect(kruskalWallis([[3], [3]])).toBeNull();
  });
});

describe("the Cochran-Armitage test", () => {
  it("agrees with prop.trend.test and coin's exact test", () => {
    for (const { events, totals, chiSquare, p, exactP } of reference.trends) {
      const result = cochranArmitage(events, totals)!;
      expectClose(result.z ** 2, chiSquare);
      expectClose(result.asymptoticP, p);
      expectClose(result.exactP, exactP);
    }
    expect(cochranArmitage([0, 3], [3, 3])!.z).toBeGreaterThan(0);
  });

  it("is null without events, without anything else, or with one group", () => {
    expect(cochranArmitage([0, 0], [4, 5])).toBeNull();
    expect(cochranArmitage([4, 5], [4, 5])).toBeNull();
    expect(cochranArmitage([2, 0], [5, 0])).toBeNull();
    expect(cochranArmitage([], [])).toBeNull();
  });

  it("refuses events above their total", () => {
    expect(() => cochranArmitage([3], [2])).toThrow("events and totals: 3 of 2");
    expect(() => cochranArmitage([1], [2, 2])).toThrow(RangeError);
  });
});

describe("a permutation test", () => {
  it("counts the observed arrangement among the draws", () => {
    expect(permutationTest(1, () => 0, { replicates: 99, seed: 1 })).toEqual({
      p: 0.01,
      replicates: 99,
      seed: 1,
    });
    expect(permutationTest(1, () => 1, { replicates: 99 }).p).toBe(1);
  });

  it("gives the same p for the same seed", () => {
    const options = { seed: 7, replicates: 99 };
    const draw = () => permutationTest(0.9, (stream) => stream.next(), options);
    expect(draw()).toEqual(draw());
  });
});
