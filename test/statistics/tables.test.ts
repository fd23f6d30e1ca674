import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cusum } from "../../src/statistics/cusum.js";
import { freemanHalton } from "../../src/statistics/freemanHalton.js";
import { holm } from "../../src/statistics/holm.js";
import reference from "../reference/ranks.json" with { type: "json" };
import { expectAllClose, expectClose } from "./close.js";

describe("the Fisher-Freeman-Halton test", () => {
  it("agrees with R", () => {
    for (const { rows, p } of reference.fishers) expectClose(freemanHalton(rows).value, p);
  });

  it("gives the lady tasting tea her p", () => {
    // Three of four cups right, two-sided: (16 + 1 + 16 + 1) / 70.
    expectClose(
      freemanHalton([
        [3, 1],
        [1, 3],
      ]).value,
      34 / 70,
      1e-12,
    );
  });

  it("does not depend on the order of rows, of columns, or on which is which", () => {
    const row = fc.array(fc.nat({ max: 4 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 3 }), (table) => {
        const p = freemanHalton(table).value;
        const turned = table[0].map((_, c) => table.map((counts) => counts[c]));
        for (const other of [table.toReversed(), turned, turned.toReversed()]) {
          if (p === null) expect(freemanHalton(other).value).toBeNull();
          else expectClose(freemanHalton(other).value, p, 1e-10);
        }
      }),
      { seed: 6, numRuns: 60 },
    );
  });

  it("is null, and says why, with one row or column, and where there are too many tables", () => {
    const tables = [
      [[3, 4]],
      [
        [3, 0],
        [4, 0],
      ],
      [],
      Array.from({ length: 6 }, () => Array<number>(6).fill(9)),
    ];
    const few = "fewer than two rows, or two columns, of the table hold anything";
    expect(tables.map((table) => freemanHalton(table))).toEqual([
      ...[few, few, few].map((reason) => ({ value: null, reason })),
      { value: null, reason: "over 300000 tables have these totals, too many to go through" },
    ]);
  });

  it("refuses what is not a table of counts", () => {
    expect(() => freemanHalton([[1, 2], [3]])).toThrow("[[1,2],[3]]");
    expect(() => freemanHalton([[1, -2]])).toThrow(RangeError);
  });
});

describe("Holm's adjustment", () => {
  it("agrees with R", () => {
    for (const { p, adjusted } of reference.holm) expectAllClose(holm(p), adjusted, 1e-14);
  });

  it("takes an empty family, and refuses what is no p-value", () => {
    expect(holm([])).toEqual([]);
    expect(() => holm([0.5, NaN])).toThrow("expected p-values from 0 to 1: NaN");
  });
});

describe("the cumulative sum", () => {
  it("adds deviations up in order of time, values of one time together", () => {
    // Mean 2. Time 1: -1; time 2: -1 + (1 + 1) = 1; time 3: 1 - 1 = 0.
    const result = cusum([3, 1, 3, 1], [2, 1, 2, 3])!;
    expect(result).toMatchObject({ n: 4, mean: 2 });
    expect(result.points.map(({ time, n, cusum }) => [time, n, cusum])).toEqual([
      [1, 1, -1],
      [2, 3, 1],
      [3, 4, 0],
    ]);
    // Any first value strays by 1, so every order is as far.
    expect(result.p).toBe(1);
  });

  it("has the p of every order", () => {
    // Values 1, 1, 3, 3 at four times stray by 2 in 2 of their 6 orders.
    const { p, points } = cusum([1, 1, 3, 3], [1, 2, 3, 4])!;
    expect(Math.abs(p - 2 / 6)).toBeLessThan(0.02);
    expect(points.map(({ low, high }) => [low, high])).toEqual([
      [-1, 1],
      [-2, 2],
      [-1, 1],
      [0, 0],
    ]);
  });

  it("does not depend on the order in which values of one time are listed", () => {
    const { points } = cusum([2, 3, 4, 1], [1, 1, 1, 2], { replicates: 99 })!;
    const other = cusum([4, 2, 3, 1], [1, 1, 1, 2], { replicates: 99 })!;
    expect(other.points[0].cusum).toBe(points[0].cusum);
  });

  it("is null without variation or with one time", () => {
    expect(cusum([2, 2], [1, 2])).toBeNull();
    expect(cusum([1, 2], [1, 1])).toBeNull();
    expect(cusum([], [])).toBeNull();
    expect(() => cusum([1], [])).toThrow("expected pairs: 1 and 0 values");
    expect(() => cusum([1, 2], [1, 2], { replicates: 0 })).toThrow("at least one draw: 0");
  });
});
