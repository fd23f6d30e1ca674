import { expect, test } from "vitest";
import { tieRanges } from "../../../src/councils/analysis/tieRanges.js";
import type { TieRange } from "../../../src/councils/analysis/tieRanges.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { madeUp } from "../../madeUp.js";
import { reference } from "../../statistics/reference.js";

const real = readDataset();
const expected = reference<Record<"complete" | "all", readonly TieRange[]>>("tieRanges");

test("worked by hand", () => {
  // Sums 36, 23, 23, 23, 9: one council above the three, and one below them.
  const found = tieRanges(
    madeUp(["333332222", "111111111", "444444444", "222233333", "332222333", "3333333.."]),
  );
  expect(found).toMatchObject({
    set: "complete",
    n: 5,
    leftOut: [{ reason: "not all nine scores are known", n: 1 }],
    ranges: [
      { sum: 36, n: 1, firstPlace: 1, lastPlace: 1 },
      { sum: 23, n: 3, firstPlace: 2, lastPlace: 4 },
      { sum: 9, n: 1, firstPlace: 5, lastPlace: 5 },
    ],
  });
});

test.each(["complete", "all"] as const)("agrees with R's rank on the %s set", (set) => {
  expect(tieRanges(real, { set }).ranges).toEqual(expected[set]);
});

test("names no council", () => {
  const printed = JSON.stringify(tieRanges(real));
  for (const { name, gssCode } of real.councils) {
    expect(printed).not.toContain(name);
    expect(printed).not.toContain(gssCode);
  }
});

test("has no ranges without councils", () => {
  expect(tieRanges(madeUp(["........."]))).toMatchObject({ n: 0, ranges: [] });
});
