import fc from "fast-check";
import { expect, test } from "vitest";
import { symmetricEigen } from "../../src/statistics/symmetricEigen.js";
import { expectAllClose, expectClose } from "./close.js";

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, x, i) => sum + x * b[i], 0);

test("finds the eigenvalues of a matrix worked by hand", () => {
  // The characteristic polynomial of [[2, 1], [1, 2]] is (x - 3)(x - 1).
  expectAllClose(
    symmetricEigen([
      [2, 1],
      [1, 2],
    ]).values,
    [3, 1],
  );
});

test("leaves a diagonal matrix as it is, largest first", () => {
  const { values, vectors } = symmetricEigen([
    [1, 0, 0],
    [0, 5, 0],
    [0, 0, -2],
  ]);
  expect(values).toEqual([5, 1, -2]);
  expect(vectors[0]).toEqual([0, 1, 0]);
});

test("vectors are orthonormal and give the matrix back", () => {
  const size = 5;
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 25, maxLength: 25 }),
      (cells) => {
        const matrix = Array.from({ length: size }, (_, i) =>
          Array.from({ length: size }, (_, j) => cells[Math.min(i, j) * size + Math.max(i, j)]),
        );
        const { values, vectors } = symmetricEigen(matrix);
        for (let i = 0; i < size; i++)
          for (let j = 0; j < size; j++) {
            expectClose(dot(vectors[i], vectors[j]), i === j ? 1 : 0);
            const back = values.reduce((sum, v, k) => sum + v * vectors[k][i] * vectors[k][j], 0);
            expectClose(back, matrix[i][j]);
          }
      },
    ),
  );
});

test("refuses a matrix that holds no number", () => {
  expect(() =>
    symmetricEigen(
      [
        [Number.NaN, 1],
        [1, 0],
      ].map((row) => [...row]),
    ),
  ).toThrow(RangeError);
});
