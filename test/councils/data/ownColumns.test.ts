import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { fixData } from "../../../src/cli/fixData.js";
import { validateDirectory } from "../../../src/councils/data/validateDirectory.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { sqlTables } from "../../../src/councils/frames/sqlTables.js";
import { toColumns } from "../../../src/councils/frames/toColumns.js";
import { readDataFolder, writeDataFolder } from "../../../src/cqc/refresh/dataFolder.js";
import { inFolder } from "../folder.js";

const header =
  "gss_code,council,kind,status,confidence,rating,score_pct,published,qs1,qs2,qs3,qs4,qs5,qs6,qs7,qs8,qs9,source_url,source_kind,note";
const row = (code: string, name: string, own: string) =>
  `${code},${name},formal,published,high,Good,,2026-03-31,,,,,,,,,,https://example.org/,press,,${own}`;

const field = (name: string, more: object = {}) => ({ name, type: "string", ...more });

function files(fields: readonly unknown[], columns: string, rows: readonly string[]) {
  return {
    "assessments.csv": [`${header},${columns}`, ...rows, ""].join("\n"),
    "datapackage.json": JSON.stringify({
      completeTo: "2026-06-30",
      resources: [{ path: "assessments.csv", schema: { fields } }],
    }),
  };
}

const declared = [
  field("team"),
  field("visits", { type: "integer", constraints: { minimum: 0 } }),
  field("seen_on", { calendar: "day" }),
];
const sound = files(declared, "team,visits,seen_on", [
  row("E09000003", "Barnet", "North,3,2026-04-01"),
  row("E09000004", "Bexley", ",,"),
]);

describe("columns that a folder declares", () => {
  it("reach records, frames and tables of SQL by their types", () => {
    inFolder(sound, (dir) => {
      const dataset = readDataset({ dir });
      expect(dataset.assessments.map(({ own }) => own)).toEqual([
        { team: "North", visits: 3, seen_on: "2026-04-01" },
        { team: null, visits: null, seen_on: null },
      ]);
      const { texts, numbers } = toColumns(dataset.assessments, dataset.scheme);
      expect(texts.team).toEqual(["North", null]);
      expect(numbers.visits).toEqual([3, NaN]);
      expect(sqlTables(dataset).assessments.map((one) => [one.team, one.visits])).toEqual([
        ["North", 3],
        [null, null],
      ]);
    });
    // Without a declaration there is none.
    expect(readDataset().assessments[0]).not.toHaveProperty("own");
  });

  it("may be left out of a file, and reach councils", () => {
    inFolder(files(declared, "visits", [row("E09000003", "Barnet", "3")]), (dir) => {
      expect(readDataset({ dir }).assessments[0].own).toEqual({
        team: null,
        visits: 3,
        seen_on: null,
      });
    });
  });

  it.each([
    ["two,,", "visits", "expected a whole number not below 0 or blank: two"],
    ["-1,,", "visits", "expected a whole number not below 0 or blank: -1"],
  ])("are held to their type: %s", (own, column, what) => {
    const fields = [declared[1], declared[0], declared[2]];
    inFolder(files(fields, "visits,team,seen_on", [row("E09000003", "Barnet", own)]), (dir) => {
      expect(validateDirectory(dir).problems).toEqual([
        `${path.join(dir, "assessments.csv")}:2: ${column}: ${what}`,
      ]);
    });
  });

  it("are refused with a line where they are not declared", () => {
    inFolder(
      files([declared[0]], "team,visits", [row("E09000003", "Barnet", "North,3")]),
      (dir) => {
        expect(validateDirectory(dir).problems).toEqual([
          `${path.join(dir, "assessments.csv")}:1: header: unknown column: visits`,
        ]);
      },
    );
  });

  it.each([
    [[field("Team")], "Team: name: expected lower-case letters, digits and underscores: Team"],
    [[field("sum")], "sum: expected another name: records have a value of this one: sum"],
    [[field("team"), field("team")], "team: expected each column once: team"],
    [[field("team", { type: "date" })], /team: type: .*: date$/],
    [["team"], /a field: field: .*: team$/],
  ])("are refused with a line where a declaration is none: %j", (fields, what) => {
    inFolder(files(fields, "team", [row("E09000003", "Barnet", "North")]), (dir) => {
      const { problems } = validateDirectory(dir);
      expect(problems).toHaveLength(1);
      const start = `${path.join(dir, "datapackage.json")}: resources: assessments.csv: `;
      expect(problems[0].startsWith(start)).toBe(true);
      const rest = problems[0].slice(start.length);
      if (typeof what === "string") expect(rest).toBe(what);
      else expect(rest).toMatch(what);
      expect(() => readDataset({ dir })).toThrow(start);
    });
  });

  it("stay when a refresh changes a row, and when what is mechanical is mended", () => {
    inFolder(sound, (dir) => {
      const folder = readDataFolder(dir);
      const [first] = folder.assessments.rows;
      const staging = path.join(dir, "staging");
      mkdirSync(staging);
      const none = { replaced: new Map(), added: [] };
      writeDataFolder(
        folder,
        {
          assessments: {
            ...none,
            replaced: new Map([[first.line, { ...first.values, rating: "Outstanding" }]]),
          },
          revisions: none,
        },
        "2026-07-01",
        staging,
        () => {},
      );
      expect(readDataset({ dir }).assessments[0]).toMatchObject({
        rating: "Outstanding",
        own: { team: "North", visits: 3 },
      });
      const out = `${dir}-mended`;
      try {
        fixData(dir, out, { stdout: () => {}, stderr: () => {} });
        expect(readFileSync(path.join(out, "assessments.csv"), "utf8")).toBe(
          readFileSync(path.join(dir, "assessments.csv"), "utf8"),
        );
      } finally {
        rmSync(out, { recursive: true, force: true });
      }
    });
  });
});
