import { describe, expect, it } from "vitest";
import { totalLine } from "../../../src/cli/totalLine.js";
import { publishedTotals } from "../../../src/councils/analysis/publishedTotals.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { beyondTheData } from "../../../src/councils/findings/beyondTheData.js";
import { madeUp } from "../../madeUp.js";

type Row = Readonly<Record<string, string | number | null>>;

/** Four councils, of which the dates are given; the first is rated Inadequate, the others Good. */
function held(dates: readonly (string | null)[], row: Row, change: object = {}) {
  const dataset = madeUp(["111111111", "333333333", "333333333", "333333333"], (i) => ({
    published: dates[i],
    ...change,
  }));
  const counted = { kind: "counted", said_by: "CQC", source_url: null, ...row };
  return publishedTotals({ ...dataset, context: { "published-totals": [counted] } }).totals[0];
}
const dates = ["2025-10-31", "2025-11", "2025-11-20", null];

describe("a count that CQC stated", () => {
  it.each([
    // By 31 October one report; a report of November may not be earlier.
    ["2025-10-31", 1, { status: "met", held: 1, ofThatMonth: 0, undated: 1 }],
    // By 19 November one, and one more of the month may be; by 20 November two.
    ["2025-11-19", 2, { status: "met", held: 1, ofThatMonth: 1 }],
    ["2025-11-19", 3, { status: "short", missing: 1 }],
    ["2025-11-20", 1, { status: "contradicted", held: 2, missing: 0 }],
    // The month's last day: all of it are out.
    ["2025-11-30", 3, { status: "met", held: 3, ofThatMonth: 0 }],
    // Some day of November: one is earlier, two may be.
    ["2025-11", 1, { status: "met", held: 1, ofThatMonth: 2 }],
    ["2025-11", 4, { status: "short", missing: 1 }],
    ["2025-09-30", 0, { status: "met", held: 0 }],
  ] as const)("%s, %i reports", (as_at, reports, expected) => {
    expect(held(dates, { as_at, reports })).toMatchObject(expected);
  });

  it("is contradicted by more of a rating than it has, where that is sure", () => {
    const row = { as_at: "2025-12-31", reports: 4, inadequate: 0, good: 3 };
    const found = held(dates, row);
    expect(found.status).toBe("contradicted");
    expect(found.tooMany).toEqual([{ rating: "Inadequate", held: 1, stated: 0 }]);
    expect(totalLine(found)).toBe(
      "CQC: 4 by 31 December 2025: contradicted: 1 Inadequate here, 0 stated",
    );
    expect(held(dates, row, { confidence: "low" }).tooMany).toEqual([]);
    // A rating that a review changed may have been another when they were counted.
    expect(held(dates, row, { status: "revised" }).tooMany).toEqual([]);
  });

  it("counts what was withdrawn later, and no pilot", () => {
    const row = { as_at: "2025-11-30", reports: 3 };
    expect(held(dates, row, { status: "withdrawn" }).status).toBe("met");
    expect(held(dates, row, { kind: "pilot" })).toMatchObject({ held: 0, missing: 3 });
  });
});

describe("the published data", () => {
  const totals = publishedTotals(readDataset());

  it("have the 26, 63 and 72 that CQC counted, and lack six of the 85", () => {
    // Counted in assessments.csv by a script: formal rows dated by then.
    const found = totals.totals.map((one) => [one.asAt, one.reports, one.held, one.status]);
    expect(found).toEqual([
      ["2025-02-28", 26, 26, "met"],
      ["2025-06", 43, 40, "met"],
      ["2025-08-31", 63, 63, "met"],
      ["2025-10-03", 72, 72, "met"],
      ["2025-11-30", 85, 79, "short"],
      ["2025-12", 88, 79, "short"],
      ["2026-06", 153, 102, "short"],
    ]);
    expect(totals.known).toBe(119);
  });

  it("say in one sentence what CQC has published beyond them", () => {
    expect(beyondTheData(totals)).toMatchObject({
      headline: "34 reports of CQC are not in these data",
      detail:
        "CQC expected to have published all 153 reports by June 2026; these data hold 119, so that up to 34 are missing here.",
    });
    expect(beyondTheData({ known: 3, totals: [] }).saysNothing).toBe(true);
    expect(beyondTheData({ ...totals, known: 153 }).headline).toBe(
      "The data hold as many reports as CQC has counted",
    );
  });
});

it("what somebody brings is held against no count of all reports", () => {
  const { totals } = publishedTotals(readDataset({ dir: "test/cases/data/passes-one-council" }));
  expect(totals).toEqual([]);
});
