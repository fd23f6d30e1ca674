import { csvField } from "../../csvText.js";
import type { Cell, Column, Figure, Rows, Table } from "./block.js";
import { fileNumber } from "../../fileNumber.js";
import { inFile } from "./cell.js";
import { visible } from "./visible.js";

/**
 * A spreadsheet runs a cell that begins with one of these as a formula: `=`, `+`, `-`, `@`, their
 * full-width forms, tab and carriage return. White space before them does not stop every program.
 */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r]/;

function textField(text: string): string {
  const field = csvField(formula.test(text) ? `'${text}` : text);
  // Where a comma is the decimal sign, spreadsheets part cells at a semicolon.
  return /^[^"]*;/.test(field) ? `"${field}"` : field;
}

function field(value: Cell): string {
  if (value === null) return "";
  return typeof value === "number" ? String(fileNumber(value)) : textField(visible(value));
}

/** By this Excel knows that a file is UTF-8: without it "±" is read as other letters. */
const byteOrderMark = "\ufeff";

/**
 * Rows as CSV (RFC 4180: commas, double quotes, CRLF), UTF-8 with a byte order mark, with the
 * columns' labels as the header. Numbers are written with twelve digits, not as a table formats them,
 * and one to a cell; an unknown value is an empty field. Text that a spreadsheet would run as a formula
 * is given an apostrophe in front, which makes it text; numbers, negative ones too, stay numbers.
 */
export function toCsv(data: Rows): string {
  const { columns, rows } = inFile(data);
  const lines = [
    columns.map(({ label }) => textField(visible(label))),
    ...rows.map((row) => columns.map(({ key }) => field(row[key] ?? null))),
  ];
  return byteOrderMark + lines.map((fields) => `${fields.join(",")}\r\n`).join("");
}

const longColumns = [
  { key: "block", label: "figure or table" },
  { key: "title", label: "title" },
  { key: "row", label: "row" },
  { key: "column", label: "column" },
  { key: "number", label: "number" },
  { key: "text", label: "text" },
];

/**
 * The data of several blocks in one CSV file, a value to a line: whose it is, which block, its title,
 * what the row is of, the column, and the value as a number or else as text. Blocks differ in their
 * columns, so that no wider table holds them all. Columns without a value in a row have no line.
 */
export function toLongCsv(blocks: readonly (Figure | Table)[]): string {
  const keys = new Map<string, Column>();
  const rows = blocks.flatMap((block) => {
    const { columns, rows } = inFile(block.data);
    const own = columns.filter(({ isKey }) => isKey);
    for (const { label } of own) keys.set(label, { key: `of ${label}`, label });
    const values = columns.filter(({ isKey }) => !isKey);
    const title = block.kind === "figure" ? block.title : block.caption;
    return rows.flatMap((row, i) => {
      const whose = Object.fromEntries(
        own.map(({ key, label }) => [`of ${label}`, row[key] ?? null]),
      );
      const first = row[values[0]?.key];
      const name = typeof first === "string" ? first : String(i + 1);
      return values.flatMap(({ key, label }) => {
        const value = row[key] ?? null;
        // What names the row says nothing more.
        if (value === null || (key === values[0].key && value === name)) return [];
        const cell: Record<string, Cell> =
          typeof value === "number" ? { number: value } : { text: value };
        return [{ ...whose, block: block.id, title, row: name, column: label, ...cell }];
      });
    });
  });
  return toCsv({ columns: [...keys.values(), ...longColumns], rows });
}
