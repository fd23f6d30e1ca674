import { csvField } from "../../csvText.js";
import type { Cell, Figure, Rows, Table } from "./block.js";
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
  return typeof value === "number" ? String(value) : textField(visible(value));
}

/**
 * Rows as CSV (RFC 4180: commas, double quotes, CRLF), UTF-8 without a byte order mark, with the
 * columns' labels as the header. Numbers are written in full, not as a table formats them; an
 * unknown value is an empty field. Text that a spreadsheet would run as a formula is given an
 * apostrophe in front, which makes it text; numbers, negative ones too, stay numbers.
 */
export function toCsv({ columns, rows }: Rows): string {
  const lines = [
    columns.map(({ label }) => textField(visible(label))),
    ...rows.map((row) => columns.map(({ key }) => field(row[key] ?? null))),
  ];
  return lines.map((fields) => `${fields.join(",")}\r\n`).join("");
}

/**
 * The data of several blocks in one CSV file, a value to a line: which block, its title, the row
 * from 1, the column and the value. Blocks differ in their columns, so that no wider table holds
 * them all. Columns without a value in a row have no line.
 */
export function toLongCsv(blocks: readonly (Figure | Table)[]): string {
  const columns = [
    { key: "block", label: "figure or table" },
    { key: "title", label: "title" },
    { key: "row", label: "row" },
    { key: "column", label: "column" },
    { key: "value", label: "value" },
  ];
  const rows = blocks.flatMap((block) =>
    block.data.rows.flatMap((row, i) =>
      block.data.columns.flatMap(({ key, label }) => {
        const value = row[key] ?? null;
        if (value === null) return [];
        const title = block.kind === "figure" ? block.title : block.caption;
        return [{ block: block.id, title, row: i + 1, column: label, value }];
      }),
    ),
  );
  return toCsv({ columns, rows });
}
