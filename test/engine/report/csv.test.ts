import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell, Rows } from "../../../src/engine/report/block.js";
import { madeTable } from "./made.js";
import { toCsv as withMark, toLongCsv } from "../../../src/engine/report/csv.js";

/** A file less the mark by which Excel knows its letters. */
function toCsv(data: Rows): string {
  const csv = withMark(data);
  expect(csv[0]).toBe("\ufeff");
  return csv.slice(1);
}

const one = (value: Cell) =>
  toCsv({ columns: [{ key: "a", label: "A" }], rows: [{ a: value }] }).slice("A\r\n".length);

describe("toCsv", () => {
  it("writes a header, rows, quotes and unknown values", () => {
    const columns = [
      { key: "name", label: "Council, name" },
      { key: "n", label: "n", format: () => "never used" },
    ];
    const rows = [
      { name: 'The "old" one', n: -1.5 },
      { name: "two\nlines", n: null },
    ];
    expect(toCsv({ columns, rows })).toBe(
      '"Council, name",n\r\n"The ""old"" one",-1.5\r\n"two\nlines",\r\n',
    );
    expect(toCsv({ columns, rows: [] })).toBe('"Council, name",n\r\n');
  });

  it.each([
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["＝1", "'＝1"],
    ["＋1", "'＋1"],
    ["－1", "'－1"],
    ["＠a", "'＠a"],
    [" =1", "' =1"],
    ["\u00a0=1", "'\u00a0=1"],
    ["\t1", "'\t1"],
    ["\r1", `"'\r1"`],
    ["\n=1", `"'\n=1"`],
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ["a=b", "a=b"],
    ["Stoke-on-Trent", "Stoke-on-Trent"],
    ["–", "–"],
    ["nul\u0000", "nul\ufffd"],
  ])("makes text of %j", (text, field) => {
    expect(one(text)).toBe(`${field}\r\n`);
  });

  it("keeps numbers numbers", () => {
    expect([-1, 0, 22, 0.1, 1e-7, -1e21].map(one)).toEqual(
      ["-1", "0", "22", "0.1", "1e-7", "-1e+21"].map((field) => `${field}\r\n`),
    );
  });

  it("disarms a header", () => {
    expect(toCsv({ columns: [{ key: "a", label: "=1+1" }], rows: [] })).toBe("'=1+1\r\n");
  });

  it("is read back by a strict parser", () => {
    const text = fc.string({ unit: fc.constantFrom(..."ab,\"'\r\n\t =+-@é") });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), (pairs) => {
        const columns = [
          { key: "a", label: "A" },
          { key: "b", label: "B" },
        ];
        const csv = toCsv({ columns, rows: pairs.map(([a, b]) => ({ a, b })) });
        const read = parse(csv, { recordDelimiter: "\r\n" });
        const armed = (cell: string) => /^\s*[=+\-@]|^[\t\r]/.test(cell);
        expect(read.slice(1)).toEqual(
          pairs.map((pair) => pair.map((cell) => (armed(cell) ? `'${cell}` : cell))),
        );
        expect(read.flat().some(armed)).toBe(false);
      }),
    );
  });

  it("holds a date as it is known, with the day or month beside it, and no cell of several values", () => {
    const columns = [
      { key: "name", label: "Name" },
      { key: "shown", label: "Share (interval)", isOnlyOnPage: true },
      { key: "on", label: "On", isDate: true },
      { key: "low", label: "Low", isOnlyInCsv: true },
    ];
    const dates = [
      "2025-05-23",
      "2025-05",
      "due by end 2025-10",
      "about 2026-02-02",
      "later",
      null,
    ];
    const rows = dates.map((on) => ({ name: "a", shown: "5 (1 to 9)", on, low: 1 }));
    expect(toCsv({ columns, rows })).toBe(
      [
        'Name,On,"On, known to the",Low',
        "a,2025-05-23,day,1",
        "a,2025-05,month,1",
        'a,2025-10,"due by end, month",1',
        'a,2026-02-02,"about, day",1',
        "a,,later,1",
        "a,,,1",
        "",
      ].join("\r\n"),
    );
  });
});

describe("toLongCsv", () => {
  it("says on each line whose value it is, of what row, and gives it as a number or as text", () => {
    const scores = madeTable({
      id: "scores",
      caption: "Scores",
      data: {
        columns: [
          { key: "code", label: "code", isKey: true },
          { key: "statement", label: "Statement" },
          { key: "score", label: "Score" },
          { key: "why", label: "Why" },
        ],
        rows: [
          { code: "E1", statement: "Equity", score: 3, why: "seen" },
          { code: "E1", statement: "Safety", score: null, why: null },
        ],
      },
    });
    const plain = madeTable({
      id: "plain",
      caption: "Plain",
      data: { columns: [{ key: "n", label: "n" }], rows: [{ n: 7 }] },
    });
    expect(toLongCsv([scores, plain])).toBe(
      [
        "\ufeffcode,figure or table,title,row,column,number,text",
        "E1,scores,Scores,Equity,Score,3,",
        "E1,scores,Scores,Equity,Why,,seen",
        ",plain,Plain,1,n,7,",
        "",
      ].join("\r\n"),
    );
  });
});
