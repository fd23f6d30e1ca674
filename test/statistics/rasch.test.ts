import { describe, expect, test } from "vitest";
import { random } from "../../src/statistics/random.js";
import type { RandomStream } from "../../src/statistics/random.js";
import { fitRasch, raschPatterns, symmetricFunctions } from "../../src/statistics/rasch.js";
import { expectAllClose, expectClose } from "./close.js";
import { reference, scoreSets } from "./reference.js";
import type { SetName } from "./reference.js";

interface Reference {
  readonly conditional: {
    readonly easiness: readonly number[];
    readonly errors: readonly number[];
    readonly logLik: number;
    readonly polished: readonly number[];
    readonly polishedLogLik: number;
    readonly gamma: readonly number[];
  };
}
const expected = reference<Record<string, Reference>>("rasch");
const isHigh = (rows: readonly (readonly number[])[]) =>
  rows.map((row) => row.map((score) => Number(score >= 3)));
const { complete } = scoreSets;
const sets: Record<string, readonly (readonly number[])[]> = {
  ...Object.fromEntries(Object.keys(scoreSets).map((k) => [k, scoreSets[k as SetName].scores])),
  completeTwoAndThree: complete.scores.filter((row) => row.every((x) => x === 2 || x === 3)),
};

function fitOf(rows: readonly (readonly number[])[]) {
  const { value, reason } = fitRasch(rows);
  if (value === null) throw new Error(reason);
  return value;
}

describe.each(Object.keys(sets))("agrees with eRm::RM on %s", (name) => {
  const wanted = expected[name].conditional;
  const found = fitOf(isHigh(sets[name]));
  test("easiness, errors and log-likelihood", () => {
    expectAllClose(found.easiness, wanted.easiness, 1e-4);
    expectAllClose(found.errors, wanted.errors, 1e-4);
    expectClose(found.logLik, wanted.logLik);
  });
  test("easiness closer, where the same likelihood is brought to its top", () => {
    expectAllClose(found.easiness, wanted.polished, 1e-8);
    expectClose(found.logLik, wanted.polishedLogLik, 1e-12);
  });
  test("symmetric functions", () => {
    expectAllClose(symmetricFunctions(wanted.easiness.map(Math.exp)), wanted.gamma);
  });
});

test("symmetric functions worked by hand", () => {
  // 2 + 3 + 5 = 10, 2*3 + 2*5 + 3*5 = 31, 2*3*5 = 30.
  expect(symmetricFunctions([2, 3, 5])).toEqual([1, 10, 31, 30]);
});

test("two items worked by hand", () => {
  // Of the six units with one item, four have the first: easiness differs by log 2.
  const rows = [
    ...Array.from({ length: 4 }, () => [1, 0]),
    ...Array.from({ length: 2 }, () => [0, 1]),
    [1, 1],
    [0, 0],
  ];
  const found = fitOf(rows);
  expectAllClose(found.easiness, [Math.log(2) / 2, -Math.log(2) / 2]);
  // log C = 4 log(2/3) + 2 log(1/3).
  expectClose(found.logLik, 4 * Math.log(2 / 3) + 2 * Math.log(1 / 3));
});

test("units with no or every item tell nothing of easiness", () => {
  const rows = isHigh(complete.scores);
  const more = [...rows, ...Array.from({ length: 7 }, (_, i) => rows[0].map(() => i % 2))];
  expectAllClose(fitOf(more).easiness, fitOf(rows).easiness, 1e-8);
  expectClose(fitOf(more).logLik, fitOf(rows).logLik);
});

test.each([
  [
    "an item that all have",
    [
      [1, 1, 0],
      [1, 0, 1],
      [1, 0, 0],
    ],
  ],
  [
    "an item that none has",
    [
      [0, 1, 0],
      [0, 0, 1],
    ],
  ],
  [
    "items in a perfect order",
    [
      [1, 0, 0],
      [1, 1, 0],
      [1, 1, 1],
    ],
  ],
  ["one unit", [[1, 0]]],
  ["no unit", []],
])("is not estimable with %s", (_, rows) => {
  const found = fitRasch(rows);
  expect(found.value).toBeNull();
  expect(found.reason).toMatch(/no finite maximum|at least one row/);
});

test("patterns follow their law given the sum", () => {
  // With eps 4, 2, 1 and one item: 4/7, 2/7, 1/7.
  const drawBits = raschPatterns([Math.log(4), Math.log(2), 0]);
  const draw = (total: number, stream: RandomStream) => {
    const bits = drawBits(total, stream);
    return [0, 1, 2].map((j) => (bits >> j) & 1);
  };
  const stream = random(1);
  const counts = [0, 0, 0];
  const draws = 20_000;
  for (let i = 0; i < draws; i++) {
    const pattern = draw(1, stream);
    expect(pattern.reduce((sum, x) => sum + x, 0)).toBe(1);
    counts[pattern.indexOf(1)]++;
  }
  // Five standard errors of a share near 1/2 are 0.0177.
  [4 / 7, 2 / 7, 1 / 7].forEach((p, j) => {
    expect(Math.abs(counts[j] / draws - p)).toBeLessThan(0.0177);
  });
  // With two of three, the one left out has chances 1 / eps: 1/7, 2/7, 4/7.
  const leftOut = [0, 0, 0];
  for (let i = 0; i < draws; i++) leftOut[draw(2, stream).indexOf(0)]++;
  [1 / 7, 2 / 7, 4 / 7].forEach((p, j) => {
    expect(Math.abs(leftOut[j] / draws - p)).toBeLessThan(0.0177);
  });
  expect(draw(0, stream)).toEqual([0, 0, 0]);
  expect(draw(3, stream)).toEqual([1, 1, 1]);
});
