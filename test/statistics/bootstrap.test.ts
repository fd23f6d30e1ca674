import { expect, it } from "vitest";
import { bootstrap } from "../../src/statistics/bootstrap.js";

const mean = (sample: readonly number[]) => sample.reduce((t, x) => t + x, 0) / sample.length;

it("gives the quantiles of a distribution that is known", () => {
  // Drawing from four 1s and six 0s, the total is Binomial(10, .4): P(0) = .006, P(<= 1) = .046,
  // P(<= 6) = .945 and P(<= 7) = .988, so the 2.5% and 97.5% quantiles are 1 and 7.
  const units = [1, 1, 1, 1, 0, 0, 0, 0, 0, 0];
  const result = bootstrap(units, (sample) => [mean(sample)], { seed: 1 });
  expect(result).toEqual({
    intervals: [[0.1, 0.7]],
    level: 0.95,
    method: "percentile bootstrap",
    replicates: 9999,
    seed: 1,
    undefinedDraws: [0],
  });
  // At 50% the quartiles are 3 and 5: P(<= 2) = .167, P(<= 3) = .382, P(<= 4) = .633,
  // P(<= 5) = .834.
  const narrow = bootstrap(units, (sample) => [mean(sample)], { seed: 1, level: 0.5 });
  expect(narrow.intervals).toEqual([[0.3, 0.5]]);
});

it("takes places 0.025(B + 1) and 0.975(B + 1) of the sorted draws", () => {
  // The statistic counts its calls: 1 to 99 over 99 draws. Places 2.5 and 97.5.
  let calls = 0;
  const { intervals } = bootstrap([0], () => [++calls], { replicates: 99 });
  expect(intervals[0]![0]).toBeCloseTo(2.5, 12);
  expect(intervals[0]![1]).toBeCloseTo(97.5, 12);
});

it("repeats itself for a seed", () => {
  const units = Array.from({ length: 20 }, (_, i) => Math.sqrt(i));
  const run = (seed: number) => bootstrap(units, (s) => [mean(s)], { seed, replicates: 199 });
  expect(run(7)).toEqual(run(7));
  expect(run(7).intervals).not.toEqual(run(8).intervals);
});

it("sets aside the draws without a number, and gives no interval where they are too many", () => {
  // Of two units a draw misses the first with probability 1/4.
  const units = [1, 0];
  const result = bootstrap(units, (s) => [s.includes(1) ? mean(s) : null, null, 3], { seed: 2 });
  expect(result.intervals).toEqual([null, null, [3, 3]]);
  expect(Math.abs(result.undefinedDraws[0] - 9999 / 4)).toBeLessThan(175);
  expect(result.undefinedDraws.slice(1)).toEqual([9999, 0]);
});

it("keeps an interval where few draws are without a number", () => {
  // Of five units a draw misses the first with probability (4/5)^5 = .33; of seven copies of it
  // and one other, all copies with (1/8)^8.
  const missed = bootstrap([1, 0, 0, 0, 0], (s) => [s.includes(1) ? 1 : null], { replicates: 999 });
  expect(missed.intervals).toEqual([null]);
  const held = bootstrap([1, 1, 1, 1, 1, 1, 1, 0], (s) => [s.includes(1) ? 1 : null]);
  expect(held.intervals).toEqual([[1, 1]]);
});

it("refuses to draw from nothing", () => {
  expect(() => bootstrap([], () => [0])).toThrow(RangeError);
});
