import { expect, it } from "vitest";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { charts } from "./draw.js";

const dataset = readDataset();

// Counted by R in the 72 councils published up to 3 October 2025.
it.each([
  // Computed by R: frandsen() of test/reference/heaping.R at k = 0.07.
  ["heapingCurve", { k: 0.07, complete: 0.029 }],
  // test/reference/regionLimits.R: 12 of 17 in London, at whole councils.
  ["regionFunnel", { region: "London", n: 17, goodOrBetter: 12, place: "within" }],
  // 70 of 72 have no score of 1.
  ["iconArray", { what: "no score of 1", councils: 70 }],
])("%s of the complete set", (chart, row) => {
  const { data } = charts[chart](dataset);
  expect(data.rows).toContainEqual(
    expect.objectContaining(
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [
          key,
          typeof value === "number" ? (expect.closeTo(value, 3) as number) : value,
        ]),
      ),
    ),
  );
});

it.each([
  // 135 of 1,260: test/reference/information.R.
  ["partitionStrip", "135 of 1,260 groupings keep as much as the themes"],
  // test/reference/regionLimits.R: no region outside.
  ["regionFunnel", "Shares of 9 regions lie within the limits of chance"],
  ["iconArray", "2 of 72 councils have the lowest score on a statement"],
  ["coverageBars", "Every score is known for 72 of 153 councils"],
])("%s is titled by what was found", (chart, title) => {
  expect(charts[chart](dataset)).toMatchObject({ kind: "figure", title });
});

it("draws every chart of the complete set", () => {
  for (const chart of Object.keys(charts)) {
    const block = charts[chart](dataset);
    // Two totals of pilots are known.
    const others: Readonly<Record<string, number>> = { trancheSums: 74 };
    expect(block, chart).toMatchObject({ kind: "figure", n: others[chart] ?? 72 });
  }
});
