import { describe, expect, it } from "vitest";
import { prose, toFigure, toProse, toTable } from "../../../src/engine/report/block.js";
import { madeFigure, madeTable } from "./made.js";

const table = (value: unknown, format?: (value: number) => string) =>
  madeTable({
    data: {
      columns: [
        { key: "name", label: "Name" },
        { key: "value", label: "Value", ...(format && { format }) },
      ],
      rows: [
        { name: "First", value: 1 },
        { name: "Second", value: value as number },
      ],
    },
  });

describe("a value in a table", () => {
  it.each([
    [new Date("2024-01-05"), "2024-01-05"],
    [new Date("2024-01-05T13:30:00Z"), "2024-01-05T13:30:00Z"],
    [true, "true"],
    [false, "false"],
    [7n, 7],
    [1e21, 1e21],
    ["", ""],
    [null, null],
  ])("is shown: %s", (given, shown) => {
    expect(table(given).data.rows).toEqual([
      { name: "First", value: 1 },
      { name: "Second", value: shown },
    ]);
  });

  it.each([
    [[1, 2], "expected text or a number, not an array"],
    [{ a: 1 }, "expected text or a number, not an object"],
    [() => 1, "expected text or a number, not a function"],
    [Symbol("x"), "expected text or a number, not a symbol"],
    [undefined, "nothing has this key"],
    [NaN, "expected a finite number: NaN"],
    [Infinity, "expected a finite number: Infinity"],
    [new Date("never"), "expected a date: Invalid Date"],
    [2n ** 60n, "a number too large to be exact: 1152921504606846976"],
    [Object.create(null), "expected text or a number, not an object"],
  ])("is refused by table, row and column: %o", (given, why) => {
    expect(() => table(given)).toThrow(`table words: row 2: column value: ${why}`);
  });

  it("is refused where its column's format cannot write it", () => {
    const wrong = (value: number) => (value as unknown as { toWords: () => string }).toWords();
    expect(() => table(3, wrong)).toThrow(/^table words: row 1: column value: .*toWords/);
    const none = () => undefined as unknown as string;
    expect(() => table(3, none)).toThrow(/column value: its format gives no text for 1$/);
  });

  it("is held as it was given where nothing has to change", () => {
    const data = { columns: [{ key: "a", label: "A" }], rows: [{ a: 1 }, { a: "x" }] };
    expect(madeTable({ data }).data).toBe(data);
  });
});

describe("words are never taken for values", () => {
  it.each(["The value undefined means nothing.", "NaN and Infinity are words.", "undefined"])(
    "%s",
    (words) => {
      expect(toProse(words).markdown).toBe(words);
      expect(prose`${words}`.kind).toBe("prose");
      const svg = `<svg width="10" aria-label="${words}"><title>${words}</title><text x="1">${words}</text></svg>`;
      expect(madeFigure({ svg }).svg).toEqual([svg]);
      expect(toTable({ ...madeTable(), caption: words }).caption).toBe(words);
    },
  );

  it.each([NaN, Infinity, undefined, null, {}, () => 1])("and values are: %o", (value) => {
    expect(() => prose`It is ${value as number}.`).toThrow(
      /^prose: value 1: expected text or a finite number: /,
    );
  });

  it.each([
    '<circle cx="NaN"/>',
    "<path d='M0,undefinedL1,2'/>",
    '<g transform="translate(Infinity,0)"/>',
  ])("and a picture's shape is: %s", (shape) => {
    expect(() => toFigure({ ...madeFigure(), svg: `<svg width="10">${shape}</svg>` })).toThrow(
      "figure sums: svg: holds a value that is not a number",
    );
  });
});
