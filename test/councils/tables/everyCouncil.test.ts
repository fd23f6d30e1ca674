import { describe, expect, it } from "vitest";
import { councilProfile } from "../../../src/councils/analysis/councilProfile.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { withCodes } from "../../../src/councils/pages/withCodes.js";
import { compareTable } from "../../../src/councils/tables/compareTable.js";
import { everyCouncilTable } from "../../../src/councils/tables/everyCouncilTable.js";
import { scoresTable } from "../../../src/councils/tables/scoresTable.js";
import { madeUp } from "../../madeUp.js";

const dataset = readDataset();
const source = "made up";

describe("the table of every council", () => {
  const { data } = everyCouncilTable(dataset, { source });
  const row = (council: string) => data.rows.find((one) => one.council === council)!;

  it("has each council once, by name, with its code", () => {
    expect(data.rows).toHaveLength(153);
    expect(new Set(data.rows.map(({ gss_code }) => gss_code)).size).toBe(153);
  });

  it("says what CQC published, and the points that are left to another rating", () => {
    // Camden's row in assessments.csv; 32 is the lowest total that is Outstanding, and the highest rating.
    expect(row("Camden")).toMatchObject({
      gss_code: "E09000007",
      region: "London",
      type: "London borough",
      published: "2025-02-28",
      rating: "Outstanding",
      total: 32,
      percentage: 89,
      qs1: 3,
      qs3: 4,
      lower: 1,
      higher: null,
    });
  });

  it("withholds what is not confirmed or was withdrawn, and gives both of a disputed score", () => {
    const values = [
      "total",
      "percentage",
      "lower",
      "higher",
      ...dataset.scheme.parts.map(({ id }) => id),
    ];
    const none = Object.fromEntries(values.map((key) => [key, null]));
    expect(row("Swindon")).toMatchObject({ rating: "Not confirmed", confidence: "low", ...none });
    expect(row("Bromley")).toMatchObject({ rating: "Reported withdrawn", ...none });
    expect(row("Warrington")).toMatchObject({
      qs4: "2 or 3",
      total: "19 or 20",
      lower: null,
      qs7: 1,
    });
    expect(row("Barnsley")).toMatchObject({ rating: "Not known here", ...none });
    const sure = madeUp(["222222222"], () => ({ status: "withdrawn" }));
    expect(everyCouncilTable(sure, { source }).data.rows[0]).toMatchObject({
      rating: "Report withdrawn",
      ...none,
    });
  });
});

describe("councils side by side", () => {
  it("says that a report is reported withdrawn where one source of low confidence says so", () => {
    const ratings = (data: typeof dataset, names: readonly string[]) =>
      compareTable(
        names.map((name) =>
          councilProfile(
            data,
            data.councils.find((one) => one.name === name)!,
            { set: "all" },
          ),
        ),
        { source },
      ).data.rows.map(({ rating }) => rating);
    // Bromley's row in assessments.csv: withdrawn, low.
    expect(ratings(dataset, ["Bromley", "Camden"])).toEqual(["Reported withdrawn", "Outstanding"]);
    const sure = madeUp(["222222222"], () => ({ status: "withdrawn" }));
    expect(ratings(sure, ["Council 1"])).toEqual(["Report withdrawn"]);
  });
});

describe("the table of every score", () => {
  const { rows } = scoresTable(dataset, { source }).data;
  const of = (council: string, statement: string) =>
    rows
      .filter((one) => one.council === council && one.statement === statement)
      .map(({ score }) => score);

  it("has a line for each score, two where sources disagree, and none that is withheld", () => {
    expect(of("Camden", "qs3")).toEqual([4]);
    expect(of("Warrington", "qs4")).toEqual([2, 3]);
    expect(of("Swindon", "qs8")).toEqual([null]);
    expect(rows).toHaveLength(9 * dataset.assessments.length + 1);
  });
});

describe("withCodes", () => {
  const columns = [
    { key: "place", label: "Council" },
    { key: "n", label: "n" },
  ];

  it("puts code, council and region first, where a column names councils", () => {
    const rows = [
      { place: "Camden", n: 1 },
      { place: null, n: 2 },
    ];
    const data = withCodes(dataset, null)({ columns: [...columns].reverse(), rows });
    expect(data.columns.map(({ label }) => label)).toEqual(["gss_code", "Council", "Region", "n"]);
    const cells = data.rows.map((row) => data.columns.map(({ key }) => row[key]));
    expect(cells).toEqual([
      ["E09000007", "Camden", "London", 1],
      [null, null, null, 2],
    ]);
  });

  it("leaves other rows as they are, unless the whole report is on one council", () => {
    const data = { columns, rows: [{ place: "Atlantis", n: 1 }] };
    expect(withCodes(dataset, null)(data)).toBe(data);
    const own = withCodes(dataset, "E09000007")({ columns: [columns[1]], rows: [{ n: 1 }] });
    expect(own.columns.map(({ key }) => own.rows[0][key])).toEqual([
      "E09000007",
      "Camden",
      "London",
      1,
    ]);
  });
});
