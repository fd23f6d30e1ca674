import { expect, it } from "vitest";
import { laterReports } from "../../../src/councils/analysis/laterReports.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { madeUp } from "../../madeUp.js";

it("counts ratings beyond the complete set by whether every score is known", () => {
  // Totals 25 and 18 with scores; two without, one Good; one in the complete set; one unrated.
  const data = madeUp(
    ["223333333", "222222222", "2........", ".........", "333333333", "........."],
    (i) => ({
      published: i === 4 ? "2025-01-01" : "2026-02",
      ...(i === 2 && { rating: "Good" }),
      ...(i === 3 && { rating: "Inadequate" }),
    }),
  );
  expect(laterReports(data)).toEqual({
    completeTo: "2025-10-03",
    withScores: { n: 2, goodOrBetter: 1 },
    others: { n: 2, goodOrBetter: 1 },
    counted: null,
  });
});

it("counts those of the published data", () => {
  // By a script over data/assessments.csv.
  expect(laterReports(readDataset())).toMatchObject({
    withScores: { n: 9, goodOrBetter: 1 },
    others: { n: 35, goodOrBetter: 16 },
    // published_totals.csv: 55 Good and 3 Outstanding; the later count of 88 has no source.
    counted: { asAt: "2025-11-30", n: 85, goodOrBetter: 58 },
  });
  // Of the 35, 23 are not confirmed.
  expect(laterReports(readDataset(), { withoutLowConfidence: true }).others).toEqual({
    n: 12,
    goodOrBetter: 5,
  });
});
