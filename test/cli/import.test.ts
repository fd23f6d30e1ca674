import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { zipSync, strToU8 } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../../src/cli/main.js";
import { trajectory } from "../../src/councils/analysis/trajectory.js";
import { readDataset } from "../../src/councils/data/readDataset.js";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), "ninefold-import-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

const at = (name: string) => path.join(dir, name);
async function ninefold(...argv: string[]) {
  let [stdout, stderr] = ["", ""];
  const code = await run(argv, {
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
  });
  return { code, stdout, stderr };
}

/** A second round as a person keeps it and Excel saves it where commas are decimal signs. */
const secondRound = [
  "Second round, 2027;;;;;;;;;;;;;",
  ";;;;;;;;;;;;;",
  "Local authority;Overall rating;Percentage;Publication date;QS1;QS2;QS3;QS4;QS5;QS6;QS7;QS8;QS9;Source",
  "Bristol, City of;RI;59%;May-27;2,0;3;2;2;3;2;2;2;3;https://www.example.org/",
  "Kingston upon Hull, City of ;good;64 %;14/05/2027;2;2;3;2;3;2;3;3;3;https://www.example.org/",
  "Camden\u00a0Council;Outstanding;89%;03/06/2027;3;3;4;3;4;4;3;4;4;https://www.example.org/",
  ";;;;;;;;;;;;;",
  ";;;;;;;;;;;;;",
  "",
].join("\r\n");
const windows1252 = (text: string) => Buffer.from(text, "latin1");

describe("a second round saved by Excel", () => {
  it("is a folder by one command, each change listed, and a report of both rounds", async () => {
    writeFileSync(at("round.csv"), windows1252(secondRound));
    const { code, stdout, stderr } = await ninefold("import", at("round.csv"), "--out", at("data"));
    expect([code, stderr]).toEqual([0, ""]);
    for (const line of [
      "Windows-1252, separated by semicolons",
      "line 1, row: Second round, 2027: left out: above the header",
      "line 3, rating: Overall rating -> rating (name of a column)",
      "line 4, council: Bristol, City of -> Bristol (name of a council)",
      "line 4, gss_code: (blank) -> E06000023 (of the council named)",
      "line 4, rating: RI -> Requires improvement (rating written out)",
      "line 4, score_pct: 59% -> 59 (per cent sign left out)",
      "line 4, published: May-27 -> 2027-05 (month that Excel wrote by its name)",
      "line 4, qs1: 2,0 -> 2 (whole number written plainly)",
      "line 5, published: 14/05/2027 -> 2027-05-14 (date read day first)",
      "line 6, council: Camden\\xa0Council -> Camden Council (spaces at the ends or between, or a no-break space)",
      "3 of 3 rows taken, beside the 124 that come with Ninefold",
    ])
      expect(stdout).toContain(line);
    // As many lines in the log as were told, and its header.
    const told = stdout.split("\n").filter((line) => line.startsWith("  ")).length;
    const log = readFileSync(at("data/import-log.csv"), "utf8").trimEnd().split("\n");
    expect(log).toHaveLength(told + 1);

    const dataset = readDataset({ dir: at("data") });
    // What the data are as at cannot be earlier than their newest report.
    expect(dataset.vintage).toBe("2027-06-03");
    expect(dataset.assessments.filter((a) => a.inCompleteSet)).toHaveLength(72);
    const camden = dataset.assessments.filter(({ council }) => council === "Camden");
    expect(camden.map(({ published, sum }) => [published, sum])).toEqual([
      ["2025-02-28", 32],
      ["2027-06-03", 32],
    ]);
    expect(trajectory(dataset, null, { replicates: 99 })).toBeTruthy();

    const made = await ninefold(
      "report",
      "council",
      "--council",
      "Camden",
      "--data",
      at("data"),
      "--format",
      "html",
      "--out",
      at("out"),
    );
    expect([made.code, made.stderr]).toEqual([0, ""]);
    const html = readFileSync(at("out/councils/camden.html"), "utf8");
    for (const day of ["28 February 2025", "3 June 2027"]) expect(html).toContain(day);
  });

  it("keeps what is fine, refuses what it would have to guess, and says which", async () => {
    const rows = [
      [
        "Northamptonshire;Good;;Jun-27;;;;;;;;;;https://www.example.org/",
        "no council has this name",
      ],
      ["Kent;Good;78%;25-May;3;3;3;3;4;3;3;3;3;https://www.example.org/", "expected a date"],
      ["Kent;Good;0,78;Jun-27;;;;;;;;;;https://www.example.org/", "a share is not guessed"],
      // Nine scores that add to 28 are Good.
      ["Kent;RI;;Jun-27;3;3;3;3;4;3;3;3;3;https://www.example.org/", "as the scores add to 28"],
      ["Kent;Good;;Jun-27;;;;;;;;;;", "expected an address"],
      // Camden's first, which is in the data.
      ["Camden;Outstanding;89%;2025-02-28;;;;;;;;;;https://www.example.org/", "already"],
    ] as const;
    const lines = secondRound.split("\r\n");
    const text = [...lines.slice(0, 6), ...rows.map(([row]) => row)].join("\r\n");
    writeFileSync(at("round.csv"), windows1252(text));
    const { code, stdout, stderr } = await ninefold("import", at("round.csv"), "--out", at("data"));
    expect(code).toBe(1);
    expect(stdout).toContain("3 of 9 rows taken");
    const refusals = stderr.trimEnd().split("\n");
    rows.forEach(([, why], i) => {
      const refusal = refusals.find((line) => line.includes(`line ${7 + i},`));
      expect(refusal, why).toContain(why);
    });
    expect(readDataset({ dir: at("data") }).assessments).toHaveLength(127);
  });

  it("asks for a folder of its own, and a file that is there", async () => {
    writeFileSync(at("round.csv"), windows1252(secondRound));
    expect((await ninefold("import", at("round.csv"), "--out", at("data"))).code).toBe(0);
    const before = readFileSync(at("data/assessments.csv"));
    const again = await ninefold("import", at("round.csv"), "--out", at("data"));
    expect(again.code).toBe(2);
    expect(again.stderr).toContain("is there already");
    expect(readFileSync(at("data/assessments.csv"))).toEqual(before);
    const none = await ninefold("import", at("none.csv"), "--out", at("other"));
    expect([none.code, none.stderr]).toEqual([1, `${at("none.csv")}: no such file\n`]);
    writeFileSync(at("text.csv"), "hello\n");
    const text = await ninefold("import", at("text.csv"), "--out", at("other"));
    expect(text.stderr).toContain("no row names a council's column");
  });
});

describe("other files", () => {
  it("UTF-16 with tabs gives the same as Windows-1252 with semicolons", async () => {
    writeFileSync(at("a.csv"), windows1252(secondRound));
    const tabs = secondRound.replace(/;/g, "\t");
    writeFileSync(at("b.txt"), Buffer.from(`\uFEFF${tabs}`, "utf16le"));
    await ninefold("import", at("a.csv"), "--out", at("a"));
    const { stdout } = await ninefold("import", at("b.txt"), "--out", at("b"));
    expect(stdout).toContain("UTF-16, separated by tabs");
    const csv = (name: string) => readFileSync(at(`${name}/assessments.csv`), "utf8");
    expect(csv("b")).toBe(csv("a"));
  });

  it("XLSX: the first sheet, with dates as the numbers that Excel keeps", async () => {
    const cell = (value: string | number) =>
      typeof value === "number"
        ? `<c><v>${value}</v></c>`
        : `<c t="inlineStr"><is><t>${value}</t></is></c>`;
    const row = (cells: readonly (string | number)[], i: number) =>
      `<row r="${i + 1}">${cells.map(cell).join("")}</row>`;
    const rows = [
      ["Council", "Rating", "Date", "Source"],
      ["Camden Council", "Outstanding", 46541, "https://www.example.org/"],
      ["Kent", "Good", 46508, "https://www.example.org/"],
    ];
    writeFileSync(
      at("round.xlsx"),
      zipSync({
        "xl/workbook.xml": strToU8(
          '<workbook xmlns:r="r"><sheets><sheet name="Round 2" r:id="rId1"/></sheets></workbook>',
        ),
        "xl/_rels/workbook.xml.rels": strToU8(
          '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
        ),
        "xl/worksheets/sheet1.xml": strToU8(
          `<worksheet><sheetData>${rows.map(row).join("")}</sheetData></worksheet>`,
        ),
      }),
    );
    const { code, stdout, stderr } = await ninefold(
      "import",
      at("round.xlsx"),
      "--out",
      at("data"),
      "--alone",
    );
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("sheet Round 2");
    // By R: as.Date(c(46541, 46508), origin = "1899-12-30") is 3 June and 1 May 2027.
    const dates = readDataset({ dir: at("data") }).assessments.map(({ published }) => published);
    expect(dates).toEqual(["2027-06-03", "2027-05"]);
  });

  it("a bomb and a damaged archive are one line each", async () => {
    const zeros = new Uint8Array(60_000_000);
    writeFileSync(at("bomb.xlsx"), zipSync({ "xl/workbook.xml": zeros }, { level: 9 }));
    writeFileSync(at("damaged.xlsx"), "PK\u0003\u0004 and nothing more");
    for (const name of ["bomb.xlsx", "damaged.xlsx"]) {
      const { code, stderr } = await ninefold("import", at(name), "--out", at("data"));
      expect([code, stderr.trimEnd().split("\n").length], stderr).toEqual([1, 1]);
      expect(stderr).toContain(at(name));
    }
  });
});

describe("what Excel does to the data that come with Ninefold", () => {
  const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
  const published = readFileSync("data/assessments.csv", "utf8");
  /** Dates as Excel writes them in Britain: 2025-05 is May-25, 2025-05-01 is 01/05/2025. */
  const byExcel = published.replace(
    /,(20\d\d)-(\d\d)(?:-(\d\d))?,/g,
    (_, year: string, month: string, day?: string) =>
      day ? `,${day}/${month}/${year},` : `,${months[Number(month) - 1]}-${year.slice(2)},`,
  );

  it("is told by kind, with count and cause, and mended to the very bytes", async () => {
    const { mkdirSync } = await import("node:fs");
    mkdirSync(at("data"));
    writeFileSync(at("data/assessments.csv"), byExcel);
    const { code, stderr } = await ninefold("validate", at("data"));
    expect(code).toBe(1);
    const byMonth = published.match(/,20\d\d-\d\d,/g)!.length;
    const byDay = published.match(/,20\d\d-\d\d-\d\d,/g)!.length;
    expect(stderr).toContain(
      `${byMonth}: Excel wrote this: it turns a month such as 2025-05 into May-25`,
    );
    expect(stderr).toContain(`${byDay}: Excel or a person wrote this: a date as 01/05/2025`);

    const json = await ninefold("validate", at("data"), "--json");
    const found = JSON.parse(json.stdout) as { kinds: { kind: string; count: number }[] };
    expect(found.kinds.map(({ kind, count }) => [kind, count])).toEqual([
      ["month by name", byMonth],
      ["date with slashes", byDay],
    ]);

    const fixed = await ninefold("validate", at("data"), "--fix", at("fixed"));
    expect(fixed.code).toBe(0);
    expect(fixed.stdout.match(/ -> /g)).toHaveLength(byMonth + byDay);
    expect(readFileSync(at("fixed/assessments.csv"), "utf8")).toBe(published);
    // Nothing in the folder itself has changed.
    expect(readFileSync(at("data/assessments.csv"), "utf8")).toBe(byExcel);
  });

  it("--fix leaves what it would have to guess, and validates it", async () => {
    const { mkdirSync } = await import("node:fs");
    mkdirSync(at("data"));
    writeFileSync(at("data/assessments.csv"), published.replace(",2025-02-28,", ",28-Feb,"));
    const { code, stderr } = await ninefold("validate", at("data"), "--fix", at("fixed"));
    expect(code).toBe(1);
    expect(stderr).toContain("published: expected a date in the calendar");
    expect(readFileSync(at("fixed/assessments.csv"), "utf8")).toContain(",28-Feb,");
  });
});

it("a template has a row for each council, and comes back as it went", async () => {
  expect((await ninefold("template", at("mine.csv"))).code).toBe(0);
  const lines = readFileSync(at("mine.csv"), "utf8").trimEnd().split("\n");
  expect(lines).toHaveLength(154);
  expect(lines[0]).toContain("gss_code,council,kind,scheme,status,confidence,rating");
  const camden = lines.find((line) => line.includes("Camden"))!;
  const filled = camden.split(",");
  [filled[5], filled[6], filled[8]] = ["high", "Outstanding", "2027-06-03"];
  writeFileSync(at("mine.csv"), [lines[0], filled.join(",")].join("\n"));
  const { code } = await ninefold(
    "import",
    at("mine.csv"),
    "--out",
    at("data"),
    "--alone",
    "--source",
    "https://www.example.org/",
  );
  expect(code).toBe(0);
  expect(readDataset({ dir: at("data") }).assessments).toMatchObject([
    { council: "Camden", rating: "Outstanding", published: "2027-06-03", confidence: "high" },
  ]);
});
