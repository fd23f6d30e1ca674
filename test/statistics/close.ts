import { expect } from "vitest";

/** Asserts that a number agrees with its reference to 1e-9, of its size where that is above 1. */
export function expectClose(actual: number | null, expected: number, tolerance = 1e-9): void {
  expect(actual).not.toBeNull();
  expect(Math.abs(actual! - expected), `${actual} against ${expected}`).toBeLessThanOrEqual(
    tolerance * Math.max(1, Math.abs(expected)),
  );
}

/** Asserts it for each of a list. */
export function expectAllClose(
  actual: readonly (number | null)[],
  expected: readonly number[],
  tolerance?: number,
): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, i) => expectClose(value, expected[i], tolerance));
}
