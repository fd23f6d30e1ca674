import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell } from "../../../src/engine/report/block.js";
import { toCsv } from "../../../src/engine/report/csv.js";

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
});
