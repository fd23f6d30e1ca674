import { expect, test } from "vitest";
import {
  groupDispersion,
  itemInformation,
  meanHamming,
  ones,
  shareHigherSomewhere,
  toPattern,
} from "../../src/statistics/patterns.js";
import { theilU } from "../../src/statistics/theilU.js";
import { expectAllClose, expectClose } from "./close.js";
import { reference, scoreSets } from "./reference.js";
import type { SetName } from "./reference.js";

interface Reference {
  readonly signal: {
    readonly dispersion: { readonly observed: number };
    readonly hamming: { readonly observed: number };
    readonly statements: { readonly u: readonly number[] };
  };
}
const expected = reference<Record<SetName, Reference>>("information");
const themes = [
  [0, 1, 2],
  [3, 4],
  [5, 6],
  [7, 8],
];

test.each(Object.keys(scoreSets) as SetName[])("agree with R on %s", (name) => {
  const { scores, word } = scoreSets[name];
  const patterns = scores.map((row) => toPattern(row.map((score) => Number(score >= 3))));
  const wanted = expected[name].signal;
  expectClose(groupDispersion(themes)(patterns), wanted.dispersion.observed);
  expectClose(meanHamming(patterns, 9), wanted.hamming.observed);
  expectAllClose(itemInformation(word, 9)(patterns), wanted.statements.u);
});

test("a pattern's bits are its items in their order", () => {
  expect(
    [
      [1, 0, 0],
      [0, 1, 1],
      [0, 0, 0],
    ].map(toPattern),
  ).toEqual([1, 6, 0]);
  expect(ones([1, 6, 5], 3)).toEqual([2, 1, 2]);
});

test("dispersion is all of it where groups act as one, and none where they cancel", () => {
  const together = [
    [1, 1, 0, 0],
    [0, 0, 1, 1],
  ].map(toPattern);
  const halves = [
    [0, 1],
    [2, 3],
  ];
  expectClose(groupDispersion(halves)(together), 1);
  const crossed = [
    [0, 2],
    [1, 3],
  ];
  expectClose(groupDispersion(crossed)(together), 0);
  // Rows all alike leave nothing once the column means are off.
  const [first] = together;
  expect(groupDispersion(halves)([first, first])).toBeNull();
});

test("distance by hand", () => {
  // Pairs differ in 2, 1 and 1 of two columns.
  const rows = [
    [0, 0],
    [1, 1],
    [1, 0],
  ];
  expectClose(meanHamming(rows.map(toPattern), 2), 4 / 3);
});

test("pairs in which the lower row is higher somewhere, by hand", () => {
  const rows = [
    [1, 0, 0],
    [0, 1, 0],
    [1, 1, 0],
    [0, 1, 1],
  ].map(toPattern);
  // Row 0 exceeds row 3 but not row 2; row 1 exceeds neither.
  expect(shareHigherSomewhere(rows, [0, 1], [2, 3])).toBe(1 / 4);
  // All patterns of nine against all: of 512 x 512 pairs the lower has no item that the upper
  // lacks in 3 of 4 ways an item, 3^9.
  const every = Array.from({ length: 512 }, (_, bits) => bits);
  expect(shareHigherSomewhere(every, every, every)).toBe(1 - 3 ** 9 / 4 ** 9);
  expect(shareHigherSomewhere([0, 0], [0], [1])).toBe(0);
});

test("information by counts is Theil's U", () => {
  const labels = ["a", "b", "b", "c", "c", "c", "a"];
  const patterns = [
    [1, 0],
    [0, 0],
    [1, 0],
    [1, 0],
    [0, 0],
    [0, 0],
    [1, 0],
  ];
  const [varies, constant] = itemInformation(labels, 2)(patterns.map(toPattern));
  expectClose(
    varies,
    theilU(
      patterns.map((row) => row[0]),
      labels,
    )!.u,
  );
  expect(constant).toBe(0);
});
