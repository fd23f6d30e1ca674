import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../../src/cli/main.js";
import { readDataset } from "../../src/councils/data/readDataset.js";
import { formatOf } from "../../src/services/read/cellFormats.js";
import { odsOf, odsRow, odsTable } from "../services/months.js";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), "ninefold-workbook-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

interface Made {
  /** Attributes of the workbook's properties. */
  readonly properties?: string;
  /** The cells' XML, row by row, of each sheet, and the attributes of its entry. */
  readonly sheets: readonly { readonly rows: readonly string[]; readonly state?: string }[];
  readonly shared?: string;
}

/** Styles as Excel numbers them: 1 a day, 2 mmm-yy, 3 0%, 4 a format of its own, 5 0.0%. */
const styles = `<styleSheet><numFmts count="2"><numFmt numFmtId="164" formatCode="[$-809]dd\\ mmmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="0.0%"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="17"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;

function workbookOf({ properties = "", sheets, shared = "" }: Made): Uint8Array {
  const part = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`);
  const entry = ({ state }: { readonly state?: string }, i: number) =>
    `<sheet name="Sheet ${i + 1}" sheetId="${i + 1}" ${state ?? ""} r:id="rId${i + 1}"/>`;
  const link = (_: unknown, i: number) =>
    `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`;
  return zipSync({
    "xl/workbook.xml": part(
      `<workbook xmlns:r="r"><workbookPr ${properties}/><sheets>${sheets.map(entry).join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": part(
      `<Relationships>${sheets.map(link).join("")}</Relationships>`,
    ),
    "xl/styles.xml": part(styles),
    "xl/sharedStrings.xml": part(`<sst>${shared}</sst>`),
    ...Object.fromEntries(
      sheets.map(({ rows }, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        part(
          `<worksheet><sheetData>${rows.map((cells, r) => `<row r="${r + 1}">${cells}</row>`).join("")}</sheetData><mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells></worksheet>`,
        ),
      ]),
    ),
  });
}

const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (value: number | string, style = 0) => `<c s="${style}"><v>${value}</v></c>`;
const source = text("https://www.example.org/");
const header = ["Council", "Rating", "Percentage", "Date", "Source"].map(text).join("");

async function imported(content: Uint8Array, name = "round.xlsx") {
  const file = path.join(dir, name);
  const out = path.join(dir, "data");
  writeFileSync(file, content);
  let [stdout, stderr] = ["", ""];
  const code = await run(["import", file, "--out", out, "--alone"], {
    stdout: (more) => (stdout += more),
    stderr: (more) => (stderr += more),
  });
  const rows = () =>
    readDataset({ dir: out }).assessments.map(({ council, rating, percentage, published }) =>
      [council, rating, percentage, published].join(" "),
    );
  return { code, stdout, stderr, rows };
}
/** Some rows below the header, in one sheet. */
const ofRows = (...rows: readonly string[]) =>
  workbookOf({ sheets: [{ rows: [header, ...rows] }] });

describe("a workbook as Excel and LibreOffice write it", () => {
  it("has texts in its cells or shared, in pieces of several fonts, and a merged title above", async () => {
    const shared = [
      "<si><r><rPr><b/></rPr><t>Local </t></r><r><t xml:space='preserve'>authority</t></r></si>",
      "<si><t>Out</t><rPh sb='0' eb='1'><t>spoken</t></rPh></si>",
      "<si><r><t>Out</t></r><r><rPr><i/></rPr><t>standing</t></r></si>",
      "<si><t>Second round_x000D_&#10;2027</t></si>",
    ].join("");
    const cell = (n: number) => `<c t="s"><v>${n}</v></c>`;
    const rows = [
      `<c r="A1" t="s"><v>3</v></c><c r="B1"/><c r="C1"/>`,
      ["Rating", "Date", "Source"].map(text).reduce((all, one) => all + one, cell(0)),
      text("Camden") + cell(2) + number(46541, 1) + source,
      `<c t="inlineStr"><is><r><t>Ke</t></r><r><t>nt</t></r><rPh sb="0" eb="2"><t>said</t></rPh></is></c>${text("Good")}${number(46508, 2)}${source}`,
    ];
    const {
      code,
      stdout,
      stderr,
      rows: read,
    } = await imported(workbookOf({ sheets: [{ rows }], shared }));
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("line 1, row: Second round 2027: left out: above the header");
    // By R: as.Date(c(46541, 46508), origin = "1899-12-30") is 3 June and 1 May 2027.
    expect(read()).toEqual(["Camden Outstanding  2027-06-03", "Kent Good  2027-05"]);
  });

  it("has days and months by their formats, counted from 1900 or from 1904", async () => {
    // By R: as.Date(45046, origin = "1904-01-01") is 1 May 2027, as 46508 is from 1900.
    for (const [properties, day] of [
      ["", 46508],
      ['date1904="1"', 45046],
    ] as const) {
      const rows = [
        header,
        text("Camden") + text("Good") + text("") + number(day, 1) + source,
        text("Kent") + text("Good") + text("") + number(day, 2) + source,
        text("Bristol") + text("Good") + text("") + number(`${day}.75`, 4) + source,
        text("Leeds") +
          text("Good") +
          text("") +
          `<c t="d"><v>2027-05-01T00:00:00</v></c>` +
          source,
      ];
      const { rows: read, stderr } = await imported(workbookOf({ properties, sheets: [{ rows }] }));
      expect(stderr).toBe("");
      expect(read()).toEqual([
        "Camden Good  2027-05-01",
        "Kent Good  2027-05",
        "Bristol Good  2027-05-01",
        "Leeds Good  2027-05-01",
      ]);
      rmSync(path.join(dir, "data"), { recursive: true });
    }
  });

  it("counted from 1904 has no number that may be a day and is not formatted as one", async () => {
    const rows = [header, text("Camden") + text("Good") + text("") + number(45046) + source];
    const { code, stderr } = await imported(
      workbookOf({ properties: 'date1904="true"', sheets: [{ rows }] }),
    );
    expect(code).toBe(1);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stderr).toContain("row 2: a number that may be a day counted from 1904");
  });

  it("has percentages as shares, which are read as they are shown", async () => {
    // 28 of 36 is 77.8, shown as 78%; the product of 0.29 and 100 is not 29 by itself.
    const row = (council: string, share: number | string, style: number) =>
      text(council) + text("Good") + number(share, style) + number(46541, 1) + source;
    const { rows, stdout, stderr } = await imported(
      ofRows(row("Camden", 28 / 36, 3), row("Kent", 0.67, 5), row("Leeds", 64, 0)),
    );
    expect(stderr).toBe("");
    expect(rows()).toEqual([
      "Camden Good 78 2027-06-03",
      "Kent Good 67 2027-06-03",
      "Leeds Good 64 2027-06-03",
    ]);
    expect(stdout).toContain("score_pct: 78% -> 78 (per cent sign left out)");
    expect(stdout).toContain("score_pct: 67.0% -> 67 (per cent sign left out)");
  });

  it("has sheets that are not shown, which are not read", async () => {
    const camden = text("Camden") + text("Good") + text("") + number(46541, 1) + source;
    const old = text("Kent") + text("Good") + text("") + number(46541, 1) + source;
    const { rows, stdout } = await imported(
      workbookOf({
        sheets: [
          { rows: [header, old], state: 'state="veryHidden"' },
          { rows: [header, old], state: 'state="hidden"' },
          { rows: [header, camden], state: 'state="visible"' },
        ],
      }),
    );
    expect(stdout).toContain("sheet Sheet 3; 2 more sheets with rows not read");
    expect(rows()).toEqual(["Camden Good  2027-06-03"]);
  });

  it("has such sheets in ODS by their style", async () => {
    const row = (name: string) => odsRow([name, "Good", "2027-06-03", "https://www.example.org/"]);
    const head = odsRow(["Council", "Rating", "Date", "Source"]);
    const hidden = odsOf(
      `<style:style xmlns:style="s" style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>${odsTable("Old", head + row("Kent")).replace("<table:table ", '<table:table table:style-name="ta2" ')}${odsTable("New", head + row("Camden"))}`,
    );
    const read = await imported(hidden, "round.ods");
    expect(read.stdout).toContain("sheet New; 1 more sheet with rows not read");
    expect(read.rows()).toEqual(["Camden Good  2027-06-03"]);
  });

  it("has formulas, whose last value is read, and errors, which are refused but for #N/A", async () => {
    const formula = (type: string, value: string) =>
      `<c t="${type}"><f>IF(B9&gt;3,"a","b")</f>${value}</c>`;
    const { code, stdout, stderr, rows } = await imported(
      ofRows(
        text("Camden") +
          formula("str", "<v>Outstanding</v>") +
          formula("e", "<v>#N/A</v>") +
          number(46541, 1) +
          source,
        text("Kent") + text("Good") + formula("e", "<v>#REF!</v>") + number(46541, 1) + source,
        text("Leeds") + formula("n", "") + text("") + number(46541, 1) + source,
        text("Bristol") + text("Good") + `<c t="b"><v>1</v></c>` + number(46541, 1) + source,
        text("Derby") + text("Good") + formula("str", "<v></v>") + number(46541, 1) + source,
      ),
    );
    expect(code).toBe(1);
    expect(rows()).toEqual(["Camden Outstanding  2027-06-03", "Derby Good  2027-06-03"]);
    expect(stdout).toContain("line 2, score_pct: #N/A -> (blank) (unknown is blank)");
    const [kent, leeds, bristol, ...others] = stderr.trimEnd().split("\n");
    expect(kent).toContain("#REF!: refused: an error of the spreadsheet: mend its formula");
    expect(leeds).toContain("refused: a formula without its value: open the file");
    expect(bristol).toContain("TRUE: refused: expected a whole number");
    expect(others).toEqual([]);
  });
});

it.each([
  ["dd/mm/yyyy", "day"],
  ["[$-409]d-mmm-yy;@", "day"],
  ['yyyy"-"mm', "month"],
  ["MMM YY", "month"],
  ["General", "number"],
  ['0.00" days"', "number"],
  ["[Red]#,##0", "number"],
  ["hh:mm:ss", "number"],
  ["\\d0", "number"],
  ["0.0%", "percent"],
])("the format %s shows a %s", (code, kind) => {
  expect(formatOf(code).kind).toBe(kind);
});
