import { expect, it } from "vitest";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { charts } from "./draw.js";

const dataset = readDataset();

// Counted by R in the 72 councils published up to 3 October 2025.
it.each([
  // Computed by R: frandsen() of test/reference/heaping.R at k = 0.07.
  [
    "heapingCurve",
    "Exploratory, and deciding nothing: for a heap at 23, p = 0.029 on the complete set and p = 0.096 on all reports known, at the frozen k of 0.07",
  ],
  // 135 and 93 of 1,260: test/reference/information.R.
  [
    "partitionStrip",
    "135 of 1,260 ways to group nine statements keep at least as much as CQC's four themes do (exact p = 0.11); cut to words, 93 do (p = 0.074)",
  ],
  // test/reference/regionLimits.R: no region outside.
  [
    "regionFunnel",
    "50 of 72 councils are Good or better, and all 9 regions lie within the 95% limits of one share for all",
  ],
  // binom.test of 2 and of 1 among 72.
  [
    "iconArray",
    "2 of 72 councils have a score of 1 (95% interval 0.3% to 9.7%); 1 of 72 councils has the word Inadequate (95% interval under 0.1% to 7.5%)",
  ],
])("%s of the complete set", async (chart, title) => {
  expect((await charts[chart](dataset)).title).toBe(title);
});

it("draws every chart of the complete set", async () => {
  for (const chart of Object.keys(charts)) {
    const { n, svg } = await charts[chart](dataset);
    // All known sums; the pilots.
    const others: Readonly<Record<string, number>> = {
      heapingCurve: 85,
      pilotSlopes: 5,
      // Every council is in a bar; 72 have a word.
      coverageBars: 72,
      // Two sums of pilots are known.
      trancheSums: 74,
      wordDumbbells: 69,
      // The first council is Good: it and the others that are.
      profileStrips: 48,
    };
    expect(n, chart).toBe(others[chart] ?? 72);
    expect(svg, chart).toHaveLength(chart === "scoreHeatMap" ? 2 : 1);
  }
});
