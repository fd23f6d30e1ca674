import { describe, expect, it } from "vitest";
import { middleOf } from "../../src/statistics/middle.js";

describe("the middle 95% of draws", () => {
  it("leaves out 2.5 of a hundred at either end", () => {
    // 1 to 200, in any order: five at either end go.
    const draws = Array.from({ length: 200 }, (_, i) => ((i * 77) % 200) + 1);
    expect(middleOf(draws)).toEqual([6, 195]);
  });

  it("holds all of a few draws", () => {
    expect(middleOf([3, 1, 2])).toEqual([1, 3]);
    expect(middleOf(Float64Array.of(7))).toEqual([7, 7]);
    expect(() => middleOf([])).toThrow("expected at least one draw: 0");
  });
});
