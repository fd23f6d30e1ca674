import { expect, it } from "vitest";
import { select } from "../../../src/councils/analysis/select.js";
import { wordMap } from "../../../src/councils/analysis/wordMap.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { madeUp } from "../../madeUp.js";

it("places every council of the real data, each in a hexagon of its own", () => {
  const dataset = readDataset();
  const { councils, n, incomputable } = wordMap(dataset, { set: "all" });
  expect(councils).toHaveLength(153);
  expect(incomputable).toEqual([]);
  expect(new Set(councils.map(({ x, y }) => `${x},${y}`)).size).toBe(153);
  expect(councils.filter(({ rating }) => rating !== null)).toHaveLength(n);
  const { assessments } = select(dataset, "rating", { set: "all" });
  for (const { gssCode, rating, confidence } of assessments)
    expect(councils.find((council) => council.gssCode === gssCode)).toMatchObject({
      rating,
      confidence,
    });
});

it("keeps a council without a place or a word, by name", () => {
  const dataset = madeUp(["222233333", "22......."]);
  const layout = [{ gss_code: dataset.councils[1].gssCode, x: 1, y: 2 }];
  const { councils, n, incomputable } = wordMap({ ...dataset, context: { "hex-layout": layout } });
  expect(n).toBe(1);
  expect(councils.map(({ rating, confidence, x, y }) => [rating, confidence, x, y])).toEqual([
    ["Good", "high", null, null],
    [null, null, 1, 2],
  ]);
  expect(incomputable).toEqual([
    { quantity: "x", reason: "the layout has no place for this council: 1" },
  ]);
});
