import { expect, it } from "vitest";
import { tauB } from "../../src/statistics/kendall.js";
import { maxTau } from "../../src/statistics/maxTau.js";

/** Every order of the values. */
function orders<T>(values: readonly T[]): T[][] {
  if (values.length === 0) return [[]];
  return values.flatMap((value, i) =>
    orders([...values.slice(0, i), ...values.slice(i + 1)]).map((rest) => [value, ...rest]),
  );
}

it("agrees with all 120 orders of y", () => {
  const xs = [
    [1, 2, 2, 4, 3],
    [5, 1, 4, null, 2],
    [2, 2, 1, 3, 3],
  ];
  const y = [1, 2, 2, 3, 5];
  const largest = (arranged: readonly number[]) =>
    Math.max(
      ...xs.map((x) => {
        const known = x.map((_, i) => i).filter((i) => x[i] !== null);
        return tauB(
          known.map((i) => x[i]!),
          known.map((i) => arranged[i]),
        )!;
      }),
    );
  const result = maxTau(xs, y, { seed: 1 })!;
  expect(result.tauB).toBeCloseTo(largest(y), 12);
  expect(result.index).toBe(0);
  expect(result.n).toBe(5);
  const all = orders(y).map(largest);
  const p = all.filter((tau) => tau >= largest(y) - 1e-9).length / all.length;
  // Four standard errors of 9,999 draws at p.
  expect(Math.abs(result.permutation.p - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / 9999));
});

it("gives the p of one quantity alone when there is one", () => {
  // Three values in order: one of six orders has tau 1.
  const { tauB: tau, permutation } = maxTau([[1, 2, 3]], [4, 5, 6], { seed: 2 })!;
  expect(tau).toBe(1);
  expect(Math.abs(permutation.p - 1 / 6)).toBeLessThan(0.015);
});

it("needs a y and an x that vary", () => {
  expect(maxTau([[1, 2]], [3, 3])).toBeNull();
  expect(
    maxTau(
      [
        [1, 1],
        [null, null],
      ],
      [1, 2],
    ),
  ).toBeNull();
  expect(maxTau([], [1, 2])).toBeNull();
  expect(() => maxTau([[1, NaN]], [1, 2])).toThrow(RangeError);
  expect(() => maxTau([[1, 2]], [1, NaN])).toThrow("expected finite numbers: NaN");
});
