import { expect, test } from "vitest";
import { partitions } from "../../src/statistics/partitions.js";

test("parts three items in pairs and one by hand", () => {
  expect(partitions([2, 1])).toHaveLength(3);
  expect(new Set(partitions([2, 1]).map((groups) => JSON.stringify(groups)))).toEqual(
    new Set(["[[0,1],[2]]", "[[0,2],[1]]", "[[0],[1,2]]"]),
  );
});

test("counts what the formula gives", () => {
  // 9! / (3! 2! 2! 2!) / 3!, 6! / (3! 3!) / 2!, and one way for one group.
  expect(partitions([3, 2, 2, 2])).toHaveLength(1260);
  expect(partitions([3, 3])).toHaveLength(10);
  expect(partitions([4])).toEqual([[[0, 1, 2, 3]]]);
});

test("each partition is different, and uses each item once in groups of the right sizes", () => {
  const all = partitions([3, 2, 2, 2]);
  const names = all.map((groups) =>
    groups
      .map((group) => group.join(""))
      .sort()
      .join(" "),
  );
  expect(new Set(names).size).toBe(1260);
  for (const groups of all) {
    expect(groups.flat().sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(groups.map((group) => group.length).sort()).toEqual([2, 2, 2, 3]);
  }
});
