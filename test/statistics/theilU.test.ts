import fc from "fast-check";
import { expect, test } from "vitest";
import { theilU } from "../../src/statistics/theilU.js";
import { expectAllClose, expectClose } from "./close.js";
import { reference, scoreSets } from "./reference.js";
import type { SetName } from "./reference.js";

type Reference = Readonly<Record<"theilU" | "nullU", readonly number[]>>;
const expected = reference<Record<SetName, Reference>>("information");

test.each(Object.keys(scoreSets) as SetName[])("agrees with R on %s", (name) => {
  const { scores, word } = scoreSets[name];
  const found = scores[0].map((_, j) =>
    theilU(
      scores.map((row) => row[j]),
      word,
    )!,
  );
  expectAllClose(
    found.map(({ u }) => u),
    expected[name].theilU,
  );
  expectAllClose(
    found.map(({ nullMean }) => nullMean),
    expected[name].nullU,
  );
});

test("knowing all, nothing, and half", () => {
  expectClose(theilU([1, 1, 2, 2], ["a", "a", "b", "b"])!.u, 1);
  expectClose(theilU([1, 2, 1, 2], ["a", "a", "b", "b"])!.u, 0);
  expectClose(theilU([1, 2, 1, 2], ["a", "a", "a", "a"])!.u, 0);
  // Four equal labels are log 4; told which half, log 2 remains.
  expectClose(theilU([1, 2, 3, 4], ["a", "a", "b", "b"])!.u, 0.5);
  expect(theilU([2, 2, 2], ["a", "b", "a"])).toBeNull();
  expect(theilU([], [])).toBeNull();
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, i) =>
    permutations(items.filter((_, j) => j !== i)).map((rest) => [item, ...rest]),
  );
}

test("the mean under permutation is the mean over all permutations", () => {
  const labels = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(labels, labels, (x, given) => {
      const found = theilU(x, given);
      if (found === null) return;
      const all = permutations(given).map((order) => theilU(x, order)!.u);
      expectClose(found.nullMean, all.reduce((sum, u) => sum + u, 0) / all.length);
    }),
    { numRuns: 25 },
  );
});
