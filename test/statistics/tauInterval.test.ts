import { expect, it } from "vitest";
import { tauB } from "../../src/statistics/kendall.js";
import { bootstrap } from "../../src/statistics/bootstrap.js";
import { tauInterval } from "../../src/statistics/tauInterval.js";

it("gives the interval of tau-b computed afresh on every draw", () => {
  const x = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8];
  const y = [2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4, 5];
  const afresh = bootstrap(
    x.map((_, i) => i),
    (sample) => {
      const drawn = sample.toSorted((i, j) => x[i] - x[j]);
      return [
        tauB(
          drawn.map((i) => x[i]),
          drawn.map((i) => y[i]),
        ),
      ];
    },
    { seed: 3, replicates: 999 },
  );
  // The places drawn are those of the pairs in the order of x, so only sorted pairs give the same
  // draws.
  const order = x.map((_, i) => i).sort((i, j) => x[i] - x[j]);
  const sortedAfresh = bootstrap(
    order,
    (sample) => [
      tauB(
        sample.map((i) => x[i]),
        sample.map((i) => y[i]),
      ),
    ],
    { seed: 3, replicates: 999 },
  );
  const { interval, undefinedDraws } = tauInterval(x, y, { seed: 3, replicates: 999 });
  expect(interval![0]).toBeCloseTo(sortedAfresh.intervals[0]![0], 12);
  expect(interval![1]).toBeCloseTo(sortedAfresh.intervals[0]![1], 12);
  expect(undefinedDraws).toBe(0);
  expect(Math.abs(interval![0] - afresh.intervals[0]![0])).toBeLessThan(0.1);
});

it("gives no interval where nothing varies, and counts the draws", () => {
  expect(tauInterval([1, 1], [1, 2], { replicates: 99 })).toMatchObject({
    interval: null,
    undefinedDraws: 99,
  });
  expect(() => tauInterval([], [])).toThrow(RangeError);
});
