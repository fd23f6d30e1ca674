import { expect, it } from "vitest";
import { readDataset } from "../../src/data/readDataset.js";
import { charts } from "./draw.js";

const dataset = readDataset();

// Counted by R in the 72 councils published up to 3 October 2025.
it.each([
  ["sumHistogram", "The most common sum is 23, the lowest that is Good: 16 of 72 councils"],
  [
    "marginStrip",
    "22 of 72 councils are one point on one statement away from another word: 18 from a lower one, 4 from a higher one",
  ],
])("%s of the complete set", async (chart, title) => {
  expect((await charts[chart](dataset)).title).toBe(title);
});

it("draws every chart of the complete set", async () => {
  for (const chart of Object.keys(charts)) {
    const { n, svg } = await charts[chart](dataset);
    // The dumbbells compare 48 Good councils with 21 that require improvement.
    expect(n, chart).toBe(chart === "wordDumbbells" ? 69 : 72);
    expect(svg, chart).toHaveLength(chart === "scoreHeatMap" || chart === "heatMapSpec" ? 2 : 1);
  }
});
