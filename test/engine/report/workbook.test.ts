import { read } from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { JSDOM } from "jsdom";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { describeWorkbook, sheetSpecs } from "../../../src/engine/report/workbook/describe.js";
import { toOds } from "../../../src/engine/report/workbook/ods.js";
import type { Workbook } from "../../../src/engine/report/workbook/workbook.js";
import { toXlsx } from "../../../src/engine/report/workbook/xlsx.js";
import { hostile, madeFigure, madeReport, madeTable } from "./made.js";

const dated = madeTable({
  id: "dated",
  caption: "Reports by date",
  data: {
    columns: [
      { key: "place", label: "Place" },
      { key: "on", label: "Published", isDate: true },
      { key: "share", label: "Share" },
      { key: "share 2", label: "share" },
    ],
    rows: [
      { place: "Upper\u00a0Nowhere ", on: "2025-05-23", share: 0.25, "share 2": -3 },
      { place: "_x0041_ & <b>", on: "2025-05", share: 1, "share 2": 1234.5 },
      { place: "", on: null, share: null, "share 2": 0 },
    ],
  },
});
const made = (blocks = [madeFigure(), madeTable(), dated]): Workbook =>
  describeWorkbook({
    title: "A made-up workbook",
    date: "2026-01-31",
    about: ["Three made-up places."],
    sheets: sheetSpecs(madeReport(blocks)),
  });

type Format = "xlsx" | "ods";
const writers = { xlsx: toXlsx, ods: toOds };
const formats: readonly Format[] = ["xlsx", "ods"];
const partsOf = (file: Uint8Array) =>
  Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)] as const);
const documentOf = (text: string) =>
  new JSDOM(text, { contentType: "application/xml" }).window.document;
/** All elements of a name, whatever its prefix. */
const all = (text: string, name: string) =>
  [...documentOf(text).querySelectorAll("*")].filter(({ nodeName }) => nodeName === name);

/** The rows of a sheet, as a program that knows nothing of ours reads them. */
function rowsOf(file: Uint8Array, name: string): (string | number | Date | undefined)[][] {
  const sheet = read(file, { cellDates: false, cellText: true }).Sheets[name];
  const range = /^A1:([A-Z]+)(\d+)$/.exec(String(sheet["!ref"]))!;
  return Array.from({ length: Number(range[2]) }, (_, row) =>
    Array.from({ length: range[1].charCodeAt(0) - 64 }, (_, column) => {
      const cell = sheet[`${String.fromCharCode(65 + column)}${row + 1}`] as
        { v: string | number } | undefined;
      return cell?.v;
    }),
  );
}

describe.each(formats)("a workbook as %s", (format) => {
  const isXlsx = format === "xlsx";
  const file = writers[format](made());
  const parts = partsOf(file);
  const part = (path: string) => parts.find(([one]) => one === path)![1];

  it("is read with the same values by another program", () => {
    expect(read(file).SheetNames).toEqual([
      "Cover",
      "Contents",
      "Notes",
      "made_up_sums",
      "made_up_words",
      "made_up_dated",
    ]);
    const [title, , kind, source, header, ...rows] = rowsOf(file, "made_up_sums");
    expect(title[0]).toBe("Most councils are Good [note 1]");
    expect(kind[0]).toBe("This sheet has one table.");
    expect(source[0]).toBe("Source: Care Quality Commission. Based on 3 assessments.");
    expect([header, ...rows]).toEqual([
      ["Word", "Councils"],
      ["Good", 2],
      ["Requires improvement", 1],
    ]);
    const [, says, , head, ...values] = rowsOf(file, "made_up_dated");
    expect(says[0]).toBe(
      "This sheet has one table. [x] stands for what is not known or not published.",
    );
    expect(head).toEqual(["Place", "Published", "Published, known to the", "Share", "share 2"]);
    // 23 May 2025 is day 45800 of those that spreadsheets count, by LibreOffice.
    const day = isXlsx ? 45_800 : values[0][1];
    expect(values).toEqual([
      ["Upper\u00a0Nowhere ", day, "day", 0.25, -3],
      // This reader takes the first word for a letter in ODS too, where it is none.
      [isXlsx ? "_x0041_ & <b>" : "A & <b>", "2025-05", "month", 1, 1234.5],
      ["[x]", "[x]", "[x]", "[x]", 0],
    ]);
    expect(rowsOf(file, "Notes").slice(2)).toEqual([
      ["Note", "What it says"],
      ["[note 1]", "Each bar counts councils."],
      ["[note 2]", "All three councils."],
    ]);
    expect(rowsOf(file, "Contents").slice(2)).toEqual([
      ["Sheet", "What it holds", "Rows"],
      ["Notes", "Notes, by the number that sheets give", 2],
      ["made_up_sums", "Most councils are Good", 2],
      ["made_up_words", "Councils by word", 2],
      ["made_up_dated", "Reports by date", 3],
    ]);
  });

  it("is whole XML that holds whatever its words hold as words", () => {
    const blocks = hostile.map((text, i) =>
      madeTable({
        id: `hostile-${i}`,
        caption: text,
        scope: text,
        source: text,
        data: { columns: [{ key: "a", label: text }], rows: [{ a: text }] },
      }),
    );
    const strange = writers[format](made(blocks));
    for (const [path, text] of partsOf(strange)) {
      if (!path.endsWith(".xml") && !path.endsWith(".rels")) continue;
      const parser = new SaxesParser();
      parser.on("error", (error) => {
        throw new Error(`${path}: ${error.message}`);
      });
      parser.write(text).close();
    }
    const names = read(strange).SheetNames;
    expect(names).toHaveLength(3 + hostile.length);
    const [formula] = hostile.flatMap((text, i) => (text.startsWith("=cmd") ? [i] : []));
    expect(rowsOf(strange, names[3 + formula]).at(-1)).toEqual(["=cmd|' /C calc'!A0"]);
  });

  it("has the same bytes twice and in another time zone", () => {
    const zone = process.env.TZ;
    try {
      for (const other of ["Pacific/Kiritimati", "America/Los_Angeles"]) {
        process.env.TZ = other;
        expect(Buffer.from(writers[format](made())).equals(Buffer.from(file))).toBe(true);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it("has names of sheets and tables that programs take, each its own", () => {
    const long = "a-name-of-a-table-that-is-longer-than-any-sheet";
    const blocks = [1, 2, 3].map((i) => madeTable({ id: `${long}-${i}` }));
    const { sheets } = made([...blocks, madeTable({ id: "cover" })] as never);
    const names = sheets.map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    for (const { name, table } of sheets) {
      expect(name).toMatch(/^\w{1,31}$/);
      if (table) expect(table.name).toMatch(/^[a-z]\w+$/i);
    }
  });

  it("holds twelve digits of a number, as CSV files do", () => {
    const third = madeTable({
      data: { columns: [{ key: "a", label: "A" }], rows: [{ a: 1 / 3 }, { a: 12345678901234 }] },
    });
    const rows = rowsOf(writers[format](made([third] as never)), "made_up_words");
    expect(rows.slice(-2)).toEqual([[0.333333333333], [12345678901234]]);
  });

  it("prints all columns of a sheet on one page", () => {
    const pages = isXlsx ? part("xl/worksheets/sheet4.xml") : part("styles.xml");
    expect(pages).toMatch(/fitToWidth="1" fitToHeight="0"|scale-to-X="1" style:scale-to-Y="0"/);
  });

  it("says that a table has no rows, and has then none to mark up", () => {
    const empty = madeTable({ data: { columns: [{ key: "a", label: "A" }], rows: [] } });
    const { sheets } = made([empty] as never);
    expect(sheets.at(-1)!.table).toBeNull();
    expect(sheets.at(-1)!.lines).toContain("There is nothing to show: the table has no rows.");
    expect(read(writers[format](made([empty] as never))).SheetNames).toHaveLength(4);
  });

  /** Of the Government Analysis Function's checklist for accessible spreadsheets. */
  describe("keeps to the checklist:", () => {
    const sheets = isXlsx
      ? parts.filter(([path]) => path.startsWith("xl/worksheets/sheet")).map(([, text]) => text)
      : [part("content.xml")];
    const styles = isXlsx ? part("xl/styles.xml") : part("styles.xml") + part("content.xml");

    it("a title and a language", () => {
      const meta = part(isXlsx ? "docProps/core.xml" : "meta.xml");
      expect(all(meta, "dc:title")[0].textContent).toBe("A made-up workbook");
      expect(all(meta, "dc:language")[0].textContent).toBe("en-GB");
    });

    it("no merged, hidden or frozen cells, no filter, no blank cell in a table", () => {
      for (const sheet of sheets)
        expect(sheet).not.toMatch(
          /mergeCell|hidden|<pane|autoFilter|covered-table-cell|-spanned|collapse|display-filter-buttons="true"|<c [^>]*\/>|<table:table-cell[^>]*\/>/,
        );
      for (const [path, text] of parts)
        if (/tables?\//.test(path)) expect(text).not.toMatch(/autoFilter/);
    });

    it("tables marked up, named, with their headers", () => {
      const named = isXlsx
        ? parts
            .filter(([path]) => path.startsWith("xl/tables/"))
            .map(([, text]) => all(text, "table")[0])
        : all(part("content.xml"), "table:database-range");
      const nameOf = (one: Element) => one.getAttribute(isXlsx ? "displayName" : "table:name");
      const rangeOf = (one: Element) =>
        one.getAttribute(isXlsx ? "ref" : "table:target-range-address");
      const dot = (name: string, from: string, to: string) =>
        isXlsx ? `${from}:${to}` : `${name}.${from}:${name}.${to}`;
      expect(named.map((one) => [nameOf(one), rangeOf(one)])).toEqual([
        ["contents", dot("Contents", "A3", "C7")],
        ["notes", dot("Notes", "A3", "B5")],
        ["table_made_up_sums", dot("made_up_sums", "A5", "B7")],
        ["table_made_up_words", dot("made_up_words", "A4", "B6")],
        ["table_made_up_dated", dot("made_up_dated", "A4", "E7")],
      ]);
      if (isXlsx)
        expect(
          all(part("xl/tables/table4.xml"), "tableColumn").map((one) => one.getAttribute("name")),
        ).toEqual(["Word", "Councils"]);
    });

    it("a sans serif of 12 points or more, no fill, text wrapped, columns wide enough", () => {
      const sizes = [...styles.matchAll(/<sz val="(\d+)"|fo:font-size="(\d+)pt"/g)];
      expect(sizes.length).toBeGreaterThan(1);
      for (const [, a, b] of sizes) expect(Number(a ?? b)).toBeGreaterThanOrEqual(12);
      expect(styles).toContain("Arial");
      expect(styles).not.toMatch(/patternType="solid"|background-color|<color/);
      expect(styles).toMatch(/wrapText="1"|fo:wrap-option="wrap"/);
      for (const sheet of sheets) expect(sheet).toMatch(/<col min|<table:table-column/);
    });

    it("the cursor in the first cell", () => {
      if (isXlsx) for (const sheet of sheets) expect(sheet).toContain('activeCell="A1"');
      else
        expect(
          all(part("settings.xml"), "config:config-item").map((one) => one.textContent),
        ).toEqual(["view1", ...Array<string>(12).fill("0"), "Cover"]);
    });

    it("links from the contents to each sheet", () => {
      const links = isXlsx
        ? all(sheets[1], "hyperlink").map((one) => one.getAttribute("location"))
        : all(part("content.xml"), "text:a").map((one) => one.getAttribute("xlink:href"));
      const names = ["Notes", "made_up_sums", "made_up_words", "made_up_dated"];
      expect(links).toEqual(names.map((name) => (isXlsx ? `'${name}'!A1` : `#${name}.A1`)));
    });
  });
});
