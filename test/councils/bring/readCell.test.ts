import { describe, expect, it } from "vitest";
import {
  dayOrderOf,
  readDate,
  readRating,
  readWhole,
  saysUnknown,
  tidy,
} from "../../../src/councils/bring/readCell.js";
import { csvRows } from "../../../src/councils/bring/csvRows.js";
import { readText } from "../../../src/councils/bring/readText.js";
import { scheme } from "../../madeUp.js";

/** The value, or null where the cell is refused. */
const valueOf = (result: ReturnType<typeof readWhole>) => ("value" in result ? result.value : null);

describe("dates", () => {
  it.each([
    ["2025-05-01", "2025-05-01"],
    ["2025-05", "2025-05"],
    ["May-25", "2025-05"],
    ["Sept-25", "2025-09"],
    ["September 2025", "2025-09"],
    ["01/05/2025", "2025-05-01"],
    ["1.5.2025", "2025-05-01"],
    ["1-May-25", "2025-05-01"],
    ["1st May 2025", "2025-05-01"],
    ["2025-5-1", "2025-05-01"],
    ["2025-05-01 00:00:00", "2025-05-01"],
    // 45778 days after 30 December 1899, by R: as.Date(45778, origin = "1899-12-30").
    ["45790", "2025-05-13"],
    // The first of a month may be a month.
    ["45778", "2025-05"],
    // No year, no month, no date.
    ["25-May", null],
    ["Mayor-25", null],
    ["2025", null],
    ["May", null],
    ["spring 2025", null],
  ])("%s day first is %s", (cell, expected) => {
    expect(valueOf(readDate(cell, "dmy"))).toBe(expected);
  });

  it("are read month first where the file shows it, and not at all where it shows both", () => {
    expect(dayOrderOf(["01/05/2025", "05/13/2025"])).toBe("mdy");
    expect(dayOrderOf(["01/05/2025", "13/05/2025"])).toBe("dmy");
    expect(dayOrderOf(["01/05/2025"])).toBeNull();
    expect(dayOrderOf(["13/05/2025", "05/13/2025"])).toBe("both");
    expect(valueOf(readDate("01/05/2025", "mdy"))).toBe("2025-01-05");
    expect(valueOf(readDate("01/05/2025", "both"))).toBeNull();
  });
});

describe("numbers", () => {
  it.each([
    ["78", "78"],
    ["78%", "78"],
    ["78 %", "78"],
    ["78.0%", "78"],
    ["2.0", "2"],
    ["2,0", "2"],
    ["02", "2"],
    ["0", "0"],
    // A share, a half and a word are not guessed.
    ["0.78", null],
    ["2.5", null],
    ["two", null],
    ["1e2", null],
  ])("%s is %s", (cell, expected) => {
    expect(valueOf(readWhole(cell))).toBe(expected);
  });
});

describe("ratings", () => {
  it.each([
    ["RI", "Requires improvement"],
    ["R.I.", "Requires improvement"],
    ["REQUIRES IMPROVEMENT", "Requires improvement"],
    ["requires-improvement", "Requires improvement"],
    ["good", "Good"],
    ["O", "Outstanding"],
    ["Requires", null],
    ["Goood", null],
    ["Satisfactory", null],
  ])("%s is %s", (cell, expected) => {
    expect(valueOf(readRating(cell, scheme))).toBe(expected);
  });
});

it("words for not known are a blank, and names are none", () => {
  for (const cell of ["NA", "n/a", "#N/A", "-", "–", ".", "unknown", "Not known"])
    expect(saysUnknown(cell), cell).toBe(true);
  for (const cell of ["0", "Nottingham", "none of these", "2"])
    expect(saysUnknown(cell)).toBe(false);
  expect(tidy("\u00a0Kent\u00a0 County \n")).toBe("Kent County");
});

describe("a file", () => {
  it.each([
    ["commas", "a,b\r\n1,2\r\n", ","],
    ["semicolons, with commas in cells", "a;b\n1,5;2,5\n", ";"],
    ["tabs", "a\tb\n1\t2\n", "\t"],
    ["carriage returns", "a;b\r1;2\r", ";"],
  ])("with %s", (_, text, separator) => {
    const found = csvRows(text);
    expect(found.separator).toBe(separator);
    expect(found.rows.map(({ cells }) => cells)).toHaveLength(2);
  });

  it("is text in UTF-8, UTF-16 or Windows-1252", () => {
    const text = "Ashé – 5";
    expect(readText(Buffer.from(`\uFEFF${text}`))).toEqual({ text, encoding: "UTF-8" });
    const utf16 = Buffer.from(`\uFEFF${text}`, "utf16le");
    expect(readText(utf16)).toEqual({ text, encoding: "UTF-16" });
    expect(readText(Buffer.from(utf16).swap16())).toEqual({ text, encoding: "UTF-16" });
    // é and – in Windows-1252.
    const ansi = Buffer.from([0x41, 0xe9, 0x96]);
    expect(readText(ansi)).toEqual({ text: "Aé–", encoding: "Windows-1252" });
  });
});
