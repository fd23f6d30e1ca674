import { describe, expect, it } from "vitest";
import { distribution } from "../../../src/councils/analysis/distribution.js";
import { margins } from "../../../src/councils/analysis/margins.js";
import { pairs } from "../../../src/councils/analysis/pairs.js";
import { profile } from "../../../src/councils/analysis/profile.js";
import { spread } from "../../../src/councils/analysis/spread.js";
import { components, variance } from "../../../src/councils/analysis/variance.js";
import { varianceKept } from "../../../src/councils/analysis/varianceKept.js";
import { words } from "../../../src/councils/analysis/words.js";
import type { Dataset } from "../../../src/councils/data/dataset.js";
import { madeUp } from "../../madeUp.js";

const quick = { replicates: 99, seed: 1 };

describe("what cannot be computed", () => {
  /** Every number in a result, by its path. */
  function leaves(value: unknown, path = ""): [string, unknown][] {
    if (value === null || typeof value !== "object") return [[path, value]];
    return Object.entries(value).flatMap(([key, one]) => leaves(one, `${path}.${key}`));
  }

  const cases: Record<string, Dataset> = {
    "no assessment": madeUp([]),
    "one council": madeUp(["223333333"]),
    "one council without scores": madeUp(["........."]),
    "one word": madeUp(["222222233", "222222223", "322222222"]),
    "the same scores": madeUp(["222333333", "222333333"]),
    "the same score throughout": madeUp(["333333333", "333333333", "333333333"]),
    "no Outstanding": madeUp(["111111111", "222222222", "222233333"]),
    "no word": madeUp(["222222222", "222233333"], () => ({ rating: null })),
    "only pilots": madeUp(["222222222", "222233333"], () => ({ kind: "pilot" })),
    "no date": madeUp(["222222222", "222233333"], () => ({ published: null })),
  };

  const analyses = {
    words,
    distribution,
    margins,
    profile,
    spread,
    pairs: (dataset: Dataset) => pairs(dataset, quick),
    variance: (dataset: Dataset) => variance(dataset, quick),
    varianceKept,
  };

  describe.each(Object.keys(cases))("%s", (name) => {
    it.each(Object.keys(analyses))("%s gives numbers or null", (analysis) => {
      const result = analyses[analysis as keyof typeof analyses](cases[name]);
      for (const [path, leaf] of leaves(result))
        expect(
          leaf === null || typeof leaf === "string" || Number.isFinite(leaf),
          `${path}: ${String(leaf)}`,
        ).toBe(true);
    });
  });

  it("says why", () => {
    const one = variance(cases["one council"], quick);
    expect(components.map((component) => one[component])).toEqual([null, null, null, null]);
    expect(one.total).toBeNull();
    expect(one.bootstrap).toBeNull();
    expect(one.incomputable).toContainEqual({
      quantity: "rating",
      reason: "fewer than two councils with 9 scores: 1",
    });
    const word = variance(cases["one word"], quick);
    expect(word.rating).toBeNull();
    expect(word.statement).not.toBeNull();
    expect(word.incomputable).toEqual([
      { quantity: "rating", reason: "every council has the same rating" },
    ]);
    expect(variance(cases["the same score throughout"], quick)).toMatchObject({
      total: 0,
      statement: null,
      incomputable: components.map((quantity) => ({
        quantity,
        reason: "every score is the same",
      })),
    });
    expect(varianceKept(cases["the same scores"])).toMatchObject({ word: null, themeMeans: null });
    expect(pairs(cases["one word"], quick).incomputable.map((one) => one.quantity)).toEqual(
      expect.arrayContaining(["reversal.estimate", "shareGoodBelow3", "hamming.within.Good"]),
    );
    expect(spread(cases["no word"])).toMatchObject({
      n: 0,
      leftOut: [{ reason: "the rating is not known", n: 2 }],
    });
  });
});
