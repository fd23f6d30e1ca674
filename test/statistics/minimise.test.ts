import { expect, test } from "vitest";
import { minimise } from "../../src/statistics/minimise.js";
import { expectAllClose } from "./close.js";

test("finds the bottom of Rosenbrock's valley, at (1, 1)", () => {
  const found = minimise(
    ([x, y]) => ({
      value: 100 * (y - x * x) ** 2 + (1 - x) ** 2,
      gradient: [-400 * x * (y - x * x) - 2 * (1 - x), 200 * (y - x * x)],
    }),
    [-1.2, 1],
    { tolerance: 1e-10 },
  );
  expect(found.converged).toBe(true);
  expectAllClose(found.point, [1, 1]);
});

test("stays where the function is finite", () => {
  // x - log x has its bottom at 1 and no value at or below 0.
  const found = minimise(
    ([x]) => ({ value: x > 0 ? x - Math.log(x) : Number.NaN, gradient: [1 - 1 / x] }),
    [50],
  );
  expect(found.converged).toBe(true);
  expectAllClose(found.point, [1], 1e-6);
});

test("says when it has not converged", () => {
  // A slope without a bottom, down which every one of the 500 steps goes by 1.
  const found = minimise(([x]) => ({ value: -x, gradient: [-1] }), [0]);
  expect(found).toEqual({ point: [500], value: -500, gradient: [-1], converged: false });
});
