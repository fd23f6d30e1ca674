import { expect, it, test } from "vitest";
import { select } from "../../../src/councils/analysis/select.js";
import { ratingWords } from "../../../src/councils/data/publicRating.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { vintageOf } from "../../../src/councils/data/vintageOf.js";
import { aboutData, asAt, newestOf } from "../../../src/councils/pages/about.js";
import { inFolder } from "../folder.js";

const header =
  "gss_code,council,kind,status,confidence,rating,score_pct,published,qs1,qs2,qs3,qs4,qs5,qs6,qs7,qs8,qs9,source_url,source_kind,note";

const row = (code: string, name: string, word: string, published: string, status = "published") =>
  `${code},${name},formal,${status},high,${word},,${published},,,,,,,,,,https://example.org/,press,`;

const change = (code: string, name: string, published: string, values: string, date: string) =>
  `${code},${name},formal,${published},${values},${date},https://example.org/,`;

const files = {
  "assessments.csv": [
    header,
    row("E09000003", "Barnet", "Good", "2026-03-31"),
    row("E09000004", "Bexley", "Good", "2026-06"),
    row("E09000005", "Brent", "Good", ""),
    row("E09000006", "Bromley", "Inadequate", "2026-02-10", "withdrawn"),
    row("E09000007", "Camden", "Good", "2026-03-02", "revised"),
    row("E09000008", "Croydon", "Good", "2026-03-03"),
    "",
  ].join("\n"),
  "revisions.csv": [
    "gss_code,council,kind,published,field,reason,old,new,date,source_url,note",
    change(
      "E09000006",
      "Bromley",
      "2026-02-10",
      "status,withdrawal,published,withdrawn",
      "2026-07-01",
    ),
    change(
      "E09000007",
      "Camden",
      "2026-03-02",
      "rating,revision,Requires improvement,Good",
      "2026-07-02",
    ),
    change("E09000008", "Croydon", "2026-03-03", "rating,correction,Inadequate,Good", "2026-07-03"),
    "",
  ].join("\n"),
  "datapackage.json": JSON.stringify({ completeTo: "2026-06-30", vintage: "2026-09-01" }),
};

it("has what was known to be published by a day, with the ratings of then", () => {
  inFolder(files, (dir) => {
    const then = readDataset({ dir, publishedBy: "2026-06-15" });
    expect(then.assessments.map((a) => [a.council, ratingWords(a), a.inCompleteSet])).toEqual([
      ["Barnet", "Good", true],
      // A report withdrawn since is printed as such, and one that was revised as it was.
      ["Bromley", "Report withdrawn", false],
      ["Camden", "Requires improvement", true],
      // A mistake in these data was never CQC's.
      ["Croydon", "Good", true],
    ]);
    // Bexley's report of June may be older than the 15th, so that June is not complete.
    expect([then.completeTo, then.vintage, then.publishedBy]).toEqual([
      "2026-05-31",
      "2026-06-15",
      "2026-06-15",
    ]);
    expect(then.revisions.map(({ reason }) => reason)).toEqual(["withdrawal", "correction"]);
    expect(newestOf(then)).toBe("2026-06-15");
    const plain = "This page looks back to 15 June 2026: ";
    expect(asAt(then, "complete")).toContain(plain);
    expect(aboutData(then, "complete")[0]).toContain(plain);
  });
});

it("has the month's report once the month has ended, and the revision once it was made", () => {
  inFolder(files, (dir) => {
    const june = readDataset({ dir, publishedBy: "2026-06-30" });
    expect(june.assessments.map(({ council }) => council)).toContain("Bexley");
    expect(june.completeTo).toBe("2026-06-30");
    const july = readDataset({ dir, publishedBy: "2026-07-02" });
    expect(july.assessments.find(({ council }) => council === "Camden")).toMatchObject({
      rating: "Good",
      status: "revised",
    });
    // The day to which the data are complete stays that of the data.
    expect(july.completeTo).toBe("2026-06-30");
  });
});

it("refuses in one line a day after the data or before the first report", () => {
  inFolder(files, (dir) => {
    for (const [day, what] of [
      ["2026-09-02", "expected a day up to 2026-09-01, that of the data"],
      ["2026-02-09", "the first report in the data is of 2026-02-10"],
    ])
      expect(() => readDataset({ dir, publishedBy: day })).toThrow(
        new RegExp(`^cannot look back to ${day}: ${what}$`),
      );
  });
});

test("as many as CQC counted: 63 on 31 August and 72 on 3 October 2025", () => {
  const on = (day: string) =>
    select(readDataset({ publishedBy: day }), "rating", { set: "complete" }).n;
  expect(["2025-08-31", "2025-10-03"].map(on)).toEqual([63, 72]);
  const { interventions, context } = readDataset({ publishedBy: "2025-08-31" });
  // By hand, from interventions.csv: three steps of Warrington, the rating of Blackpool and what
  // CQC flagged in that month.
  expect(interventions).toHaveLength(5);
  // CQC's counts of February, June and August.
  expect(context["published-totals"]).toHaveLength(3);
});

test("data are of no day before the newest report or the day to which they are complete", () => {
  const of = (published: (string | null)[], vintage: string, completeTo: string) =>
    vintageOf(
      published.map((day) => ({ published: day })),
      { vintage, completeTo },
    );
  expect(of([], "2026-09-07", "2025-10-03")).toBe("2026-09-07");
  expect(of([], "2026-09-07", "2027-12-31")).toBe("2027-12-31");
  expect(of(["2027-03-02", null, "2026-01"], "2026-09-07", "2025-10-03")).toBe("2027-03-02");
  expect(of(["2027-03", "2027-02-28"], "2026-09-07", "2025-10-03")).toBe("2027-03-01");
  expect(of(["2026-09"], "2026-09-07", "2025-10-03")).toBe("2026-09-07");
});

test("data without a vintage of their own take no date of a file of finance", () => {
  inFolder(
    {
      "assessments.csv": [header, row("E09000003", "Barnet", "Good", "2028-02-01"), ""].join("\n"),
    },
    (dir) => {
      const dataset = readDataset({ dir });
      expect([dataset.vintage, newestOf(dataset)]).toEqual(["2028-02-01", "2028-02-01"]);
    },
  );
});
