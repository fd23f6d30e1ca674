import { execFileSync } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDataset } from "../../src/councils/data/readDataset.js";
import { run } from "../../src/cli/main.js";
import { readMonth } from "../../src/services/read/readMonth.js";
import { byOracle, scanned } from "./odsOracle.js";
import { csvOf, header, odsOf, odsRow, odsTable, row, xlsxOf } from "./months.js";

const { councils } = readDataset();
let dir: string;
beforeAll(() => (dir = fs.mkdtempSync(path.join(tmpdir(), "ninefold-months-"))));
afterAll(() => fs.rmSync(dir, { recursive: true }));

let files = 0;
function fileOf(content: string | Uint8Array): string {
  const file = path.join(dir, `${++files}.bin`);
  fs.writeFileSync(file, content);
  return file;
}
const read = (content: string | Uint8Array, how: { readonly order?: "day first" } = {}) =>
  readMonth(fileOf(content), { councils, today: 20261001, ...how });
const lines = async (
  content: string | Uint8Array | (() => Promise<unknown>),
): Promise<string[]> => {
  try {
    await (typeof content === "function" ? content() : read(content));
  } catch (error) {
    return (error as Error).message.split("\n").map((line) => line.replace(/^.*\.bin: /, ""));
  }
  throw new Error("expected it to be refused");
};

const domains = ["Overall", "Safe", "Effective", "Caring", "Responsive", "Well-led"];
const good = (of: Readonly<Record<string, string>> = {}) =>
  domains.map((domain) => row({ Domain: domain, ...of }));
const rows = [
  header,
  ...good(),
  ...good({
    "Location ID": "1-100000002",
    "Location Local Authority": "Bristol, City of",
    "Latest Rating": "Requires Improvement",
    "Publication Date": "01/02/2023",
  }),
  row({ "Location ID": "1-100000003", "Latest Rating": "Not Rated", "Publication Date": "" }),
  row({
    "Location ID": "1-100000003",
    "Service / Population Group": "Homecare",
    "Care Home?": "N",
    "Latest Rating": "Outstanding",
  }),
  row({ "Location ID": "1-100000004", "Location Type": "Primary Dental Care" }),
];

const formats: Readonly<Record<string, () => string | Uint8Array>> = {
  CSV: () => csvOf(rows),
  "CSV with a byte order mark": () => `\ufeff${csvOf(rows)}`,
  ODS: () => odsOf(odsTable("Locations", rows.map(odsRow).join(""))),
  "ODS with a README, a banner and providers": () =>
    odsOf(
      odsTable("README", odsRow(["About this file"])) +
        odsTable("Locations", odsRow(["Latest ratings, 1 June 2026"]) + rows.map(odsRow).join("")) +
        odsTable("Providers", odsRow(["Provider ID", "Latest Rating"]) + odsRow(["1-1", "Good"])),
    ),
  XLSX: () => xlsxOf(rows),
  "another name for the domain": () =>
    csvOf([header.map((name) => (name === "Domain" ? "Key Question" : name)), ...rows.slice(1)]),
};

describe("a month of ratings", () => {
  it.each(Object.keys(formats))("is read from %s by content", async (name) => {
    const month = await read(formats[name]());
    expect(month.ratings).toEqual([
      {
        location: "1-100000001",
        group: "Overall",
        gss_code: "E09000007",
        isCareHome: true,
        codes: ["G", "G", "G", "G", "G", "G"],
        days: Array<number>(6).fill(20240325),
      },
      {
        location: "1-100000002",
        group: "Overall",
        gss_code: "E06000023",
        isCareHome: true,
        codes: ["R", "R", "R", "R", "R", "R"],
        days: Array<number>(6).fill(20230201),
      },
      {
        location: "1-100000003",
        group: "Homecare",
        gss_code: "E09000007",
        isCareHome: false,
        codes: ["O", null, null, null, null, null],
        days: [20240325, 0, 0, 0, 0, 0],
      },
      {
        location: "1-100000003",
        group: "Overall",
        gss_code: "E09000007",
        isCareHome: true,
        codes: ["NR", null, null, null, null, null],
        days: [0, 0, 0, 0, 0, 0],
      },
    ]);
    expect([month.rows, month.kept, month.newest, month.order]).toEqual([
      15,
      14,
      20240325,
      "day first",
    ]);
    expect(month.leftOut).toEqual({ "not adult social care": 1 });
    if (name.includes("README")) expect(month.otherSheets).toEqual(["README", "Providers"]);
    expect(JSON.stringify(month)).not.toContain('left out"');
  });

  it("takes the order of dates from the whole file", async () => {
    const of = (...dates: string[]) =>
      csvOf([
        header,
        ...dates.map((date, i) => row({ Domain: domains[i], "Publication Date": date })),
      ]);
    expect((await read(of("05/06/2024", "05/29/2026"))).ratings[0].days[0]).toBe(20240506);
    expect((await read(of("05/06/2024", "29/05/2026"))).ratings[0].days[0]).toBe(20240605);
    expect((await read(of("2024-06-05", "45448"))).ratings[0].days.slice(0, 2)).toEqual([
      20240605, 20240605,
    ]);
    expect(await lines(of("29/05/2026", "05/29/2026"))).toEqual([
      "expected dates in one order: row 2, Publication Date: 29/05/2026 and row 3, Publication Date: 05/29/2026",
    ]);
    expect(await lines(of("05/06/2024"))).toEqual([
      "expected a day above 12 in some date, which tells days from months: use --dates",
    ]);
    expect((await read(of("05/06/2024"), { order: "day first" })).ratings[0].days[0]).toBe(
      20240605,
    );
    expect(await lines(of("31/02/2024"))).toEqual([
      "row 2, Publication Date: expected a day of the calendar: 31/02/2024",
    ]);
    expect(await lines(of("25/03/2062"))).toEqual([
      "row 2, Publication Date: expected no day to come: 25/03/2062",
    ]);
  });

  it("reads each council by the names that the file has for it", async () => {
    const names = [
      "Durham",
      "St. Helens",
      "Bedford Borough",
      "Kingston upon Hull, City of",
      "Herefordshire, County of",
    ];
    const month = await read(
      csvOf([
        header,
        ...names.map((name, i) =>
          row({ "Location ID": `1-10000000${i}`, "Location Local Authority": name }),
        ),
      ]),
    );
    expect(month.ratings.map(({ gss_code }) => gss_code)).toEqual([
      "E06000047",
      "E08000013",
      "E06000055",
      "E06000010",
      "E06000019",
    ]);
  });

  it("counts a row that stands twice, and refuses one with another rating", async () => {
    const twice = await read(csvOf([header, row(), row()]));
    expect([twice.kept, twice.leftOut]).toEqual([1, { "stands twice": 1 }]);
    const again = (of: Readonly<Record<string, string>>) => [header, row(), row(of)];
    const inSheet = odsOf(
      odsTable("README", odsRow(["About"])) +
        odsTable("Locations", again({ "Latest Rating": "Inadequate" }).map(odsRow).join("")),
    );
    expect(await lines(inSheet)).toEqual([
      "sheet Locations, row 3, Latest Rating: expected one rating of 1-100000001, Overall, overall, which has Good in sheet Locations, row 2, Latest Rating; leave one of the two rows: Inadequate",
    ]);
    expect(await lines(csvOf(again({ "Publication Date": "01/02/2023" })))).toEqual([
      "row 3, Publication Date: expected one rating of 1-100000001, Overall, overall, which has 25/03/2024 in row 2, Publication Date; leave one of the two rows: 01/02/2023",
    ]);
    const moved = { Domain: "Safe", "Location Local Authority": "Leeds" };
    expect(await lines(csvOf(again(moved)))).toEqual([
      "row 3, Location Local Authority: expected the council that 1-100000001 has in row 2: Leeds",
    ]);
  });

  it("lists every value that it does not know, with its place", async () => {
    const wrong = [
      row({ "Location ID": "=1+1" }),
      row({ Domain: "Kind" }),
      row({ "Latest Rating": "Super" }),
      row({ "Publication Date": "Tuesday" }),
      row({ "Location Local Authority": "Narnia" }),
    ];
    const xlsx = await lines(xlsxOf([header, ...wrong]));
    expect(xlsx).toEqual([
      "sheet Locations, row 2, Location ID: expected a code like 1-1000210669: =1+1",
      "sheet Locations, row 3, Domain: expected one of overall, safe, effective, caring, responsive, well-led: Kind",
      expect.stringMatching(
        /^sheet Locations, row 4, Latest Rating: expected one of Outstanding, .*: Super$/,
      ),
      "sheet Locations, row 5, Publication Date: expected a date such as 31/12/2026: Tuesday",
      "sheet Locations, row 6, Location Local Authority: expected a council of England: Narnia",
    ]);
  });

  const archive = (part: string, content: string) => zipSync({ [part]: strToU8(content) });
  const hostile: Readonly<Record<string, readonly [() => string | Uint8Array, RegExp]>> = {
    "an empty file": [() => "", /^expected a spreadsheet: the file is empty$/],
    "no header": [
      () => "a,b\n1,2\n",
      /^expected a sheet with the columns Location ID and Latest Rating/,
    ],
    "a header alone": [() => csvOf([header]), /^expected ratings below the header$/],
    "a month without adult social care": [
      () => csvOf([header, row({ "Location Type": "Primary Dental Care" })]),
      /^expected ratings of adult social care in some of its rows: 1$/,
    ],
    "a column that is missing": [
      () => csvOf([header.slice(0, -1)]),
      /^row 1: expected a column Publication Date$/,
    ],
    "a column that stands twice": [
      () => csvOf([[...header, "Domain"]]),
      /^row 1: expected one column Domain or/,
    ],
    "another archive": [
      () => archive("a.txt", "x"),
      /^expected an ODS or XLSX spreadsheet, or CSV: another archive$/,
    ],
    "a truncated archive": [() => odsOf(odsTable("a", "")).slice(0, 300), /^archive: /],
    "a damaged archive": [
      () => {
        const bytes = odsOf(odsTable("Locations", rows.map(odsRow).join("")));
        for (let i = 200; i < 400; i++) bytes[i] ^= 0x55;
        return bytes;
      },
      /./,
    ],
    "a part that is packed too well": [
      () => odsOf(`<x>${"a".repeat(60_000_000)}</x>`),
      /^content\.xml: expected at most 1000 bytes for each packed one: /,
    ],
    "rows that repeat without end": [
      () => {
        const often = '<table:table-row table:number-rows-repeated="1000000">';
        const table = odsTable("a", odsRow(["x"]).replace("<table:table-row>", often));
        return odsOf(table.repeat(1000));
      },
      /^content\.xml: sheet a, row 1: expected at most 2000000 rows in all sheets$/,
    ],
    "an older Excel file": [
      () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]),
      /^expected ODS, XLSX or CSV: an older Excel/,
    ],
    "UTF-16": [() => new Uint8Array([0xff, 0xfe, 65, 0]), /^CSV: expected UTF-8: UTF-16$/],
    "a web page in place of a file": [
      () => "<!DOCTYPE html><title>403</title>",
      /^expected ODS, XLSX or CSV: a web page or XML/,
    ],
    "quotes within a cell": [
      () => `${csvOf([header])}\n1-1 "Oaks",b`,
      /^CSV: row 2: expected quotes around a whole cell$/,
    ],
    "quotes that end before their cell": [
      () => `${csvOf([header])}\n"Oaks" House,b`,
      /^CSV: row 2: expected quotes around a whole cell$/,
    ],
    "a quote that does not close": [
      () => `${csvOf([header])}\n"${"a".repeat(3_000_000)}`,
      /^CSV: /,
    ],
  };
  it.each(Object.keys(hostile))("refuses %s in one line", async (name) => {
    const [content, line] = hostile[name];
    const found = await lines(content());
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(line);
  });

  it("refuses what is no file, and waits for none", async () => {
    const refused = (file: string) => lines(() => readMonth(file, { councils, today: 20261001 }));
    const [pipe, socket] = ["pipe", "socket"].map((name) => path.join(dir, name));
    execFileSync("mkfifo", [pipe]);
    const server = createServer().listen(socket);
    await once(server, "listening");
    expect(await refused(dir)).toEqual([`${dir}: expected a file, not a directory`]);
    expect(await refused(pipe)).toEqual([`${pipe}: expected a file, not a device or a pipe`]);
    expect(await refused(socket)).toEqual([`${socket}: expected a file, not a socket`]);
    server.close();
    for (const device of ["/dev/zero", "/dev/null"])
      expect(await refused(device)).toEqual([`${device}: expected a file, not a device or a pipe`]);
    const none = path.join(dir, "none");
    expect(await refused(none)).toEqual([`${none}: cannot be read: it is not there`]);
  });
});

describe("a month as LibreOffice saves it", () => {
  // 150 made-up rows of scripts/monthFiles.ts, opened from CSV in LibreOffice 7.4 and saved as ODS.
  const of = (format: string) =>
    fileURLToPath(new URL(`../cases/services/made_up_libreoffice.${format}`, import.meta.url));

  it("is read as the oracle reads it, and gives what the CSV gives", async () => {
    const parts = unzipSync(fs.readFileSync(of("ods")));
    const xml = strFromU8(parts["content.xml"]);
    const rows = scanned(xml, 4096);
    expect(rows).toHaveLength(151);
    expect(rows).toEqual(byOracle(xml));
    const [ods, csv] = await Promise.all(
      ["ods", "csv"].map((format) => readMonth(of(format), { councils, today: 20261001 })),
    );
    expect(ods.ratings).toEqual(csv.ratings);
    expect(ods.kept).toBeGreaterThan(50);
  });
});

describe("ninefold services read", () => {
  async function ninefold(...argv: string[]) {
    let [stdout, stderr] = ["", ""];
    const code = await run(["services", "read", ...argv], {
      stdout: (text) => (stdout += text),
      stderr: (text) => (stderr += text),
    });
    return { code, stdout, stderr };
  }

  it("keeps a month with its entry, and months accumulate", async () => {
    const data = fs.mkdtempSync(path.join(dir, "data-"));
    const may = path.join(dir, "01_May_2026_Latest_ratings.ods");
    fs.writeFileSync(may, odsOf(odsTable("Locations", rows.map(odsRow).join(""))));
    const first = await ninefold(may, "--data", data);
    expect([first.code, first.stderr]).toEqual([0, ""]);
    expect(first.stdout).toContain("Read 15 rows, kept 14, left out 1 not adult social care.");
    expect(first.stdout).toContain("2 locations have a rating as a whole");
    const kept = fs.readFileSync(path.join(data, "services", "2026-05.csv"), "utf8");
    expect(kept.split("\n")[2]).toBe(
      "1-100000002,Overall,E06000023,Y,R,2023-02-01,R,2023-02-01,R,2023-02-01,R,2023-02-01,R,2023-02-01,R,2023-02-01",
    );
    expect(kept).not.toContain("left out");
    const again = await ninefold(may, "--data", data);
    expect(again.stdout).toContain("Known already");
    await ninefold(may, "--data", data, "--month", "2026-06");
    const { resources } = JSON.parse(
      fs.readFileSync(path.join(data, "datapackage.json"), "utf8"),
    ) as {
      resources: { name: string; path: string }[];
    };
    expect(resources.map((one) => one.path)).toEqual([
      "services/2026-05.csv",
      "services/patterns.csv",
      "services/changes.csv",
      "services/2026-06.csv",
    ]);

    fs.writeFileSync(may, csvOf([header, row()]));
    const other = await ninefold(may, "--data", data);
    expect(other.code).toBe(1);
    expect(other.stderr).toMatch(/2026-05\.csv: is there with other rows; --replace/);
    expect(fs.readFileSync(path.join(data, "services", "2026-05.csv"), "utf8")).toBe(kept);
    expect((await ninefold(may, "--data", data, "--replace")).code).toBe(0);
  });

  it("writes nothing where anything is wrong", async () => {
    const data = fs.mkdtempSync(path.join(dir, "data-"));
    const file = fileOf(csvOf([header, row(), row({ "Location Local Authority": "Narnia" })]));
    const { code, stderr } = await ninefold(file, "--data", data, "--month", "2026-05");
    expect(code).toBe(1);
    expect(stderr).toContain("Narnia");
    expect(fs.readdirSync(data)).toEqual([]);
    expect((await ninefold(file, "--data", data)).stderr).toContain("its name says no month");
  });
});
