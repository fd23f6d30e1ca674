import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { eachRecord } from "../../src/datapackage/eachRecord.js";

type Seen = readonly [line: number, what: readonly string[] | string];

/** What is called for a text: a record's cells or what is wrong, each with its line. */
function read(text: string): Seen[] {
  const seen: Seen[] = [];
  eachRecord(
    Buffer.from(text),
    (cells, line) => seen.push([line, cells]),
    ({ line, what, value }, cell) => seen.push([line!, `${what} in cell ${cell}: ${value}`]),
  );
  return seen;
}

const lineEnd = fc.constantFrom("\n", "\r\n");
const plain = fc.string({ unit: fc.constantFrom("a", "é", "7", " "), maxLength: 3 });
const quoted = fc.string({ unit: fc.constantFrom("a", ",", "\n", '"', "é"), maxLength: 4 });
const cell = fc.oneof(
  plain.map((value) => ({ value, text: value })),
  quoted.map((value) => ({ value, text: `"${value.replaceAll('"', '""')}"` })),
);
const records = fc.array(
  fc.record({ cells: fc.array(cell, { minLength: 1, maxLength: 4 }), lineEnd }),
  { maxLength: 260 },
);

test("gives back the cells that were written, each record on the line where it begins", () => {
  fc.assert(
    fc.property(records, (rows) => {
      let line = 1;
      const expected = rows.map(({ cells }): Seen => {
        const begins = line;
        line += 1 + cells.reduce((n, { text }) => n + text.split("\n").length - 1, 0);
        return [begins, cells.map(({ value }) => value)];
      });
      const text = rows
        .map(({ cells, lineEnd }) => cells.map((one) => one.text).join(",") + lineEnd)
        .join("");
      expect(read(text)).toEqual(expected);
    }),
  );
});

describe("more quoted records than are read at once", () => {
  const many = (n: number) => Array.from({ length: n }, (_, i) => `"${i}\n",b\n`).join("");

  it("are all read", () => {
    const seen = read(`${many(250)}a,b\n${many(1)}`);
    expect(seen).toHaveLength(252);
    expect(seen[99]).toEqual([199, ["99\n", "b"]]);
    expect(seen[100]).toEqual([201, ["100\n", "b"]]);
    expect(seen[250]).toEqual([501, ["a", "b"]]);
    expect(seen[251]).toEqual([502, ["0\n", "b"]]);
  });

  it("are read up to a wrong quote, and after its line", () => {
    const seen = read(`"a"\n"b","c"d,e\n"f"\ng\n`);
    expect(seen).toEqual([
      [1, ["a"]],
      [2, 'stray quote in cell 1: "c"d,e'],
      [3, ["f"]],
      [4, ["g"]],
    ]);
  });
});
