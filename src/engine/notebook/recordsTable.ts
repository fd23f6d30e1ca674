import { toTable, type Cell, type Table } from "../report/block.js";
import { inspectValue } from "./inspectValue.js";

/** A table that shows records holds so many; the rest is for the cell to choose from. */
const longest = 100;
/** Rows that are looked at for the names of columns. */
const lookedAt = 1000;

type Record = Readonly<globalThis.Record<string, unknown>>;

/** What names a value that a cell shows without words of its own. */
export interface ShownBy {
  /** The cell. */
  readonly cell: number;
  /** How many tables it has shown before. */
  readonly before: number;
  /** The variable that it shows, where that is all it says. */
  readonly name?: string;
}

function isRecord(value: unknown): value is Record {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return !("nodeType" in value) && !(value instanceof Date) && !("block" in value);
}

/** The records of a value that is nothing but records: an array, or the table of a library. */
export function recordsOf(value: unknown): readonly Record[] | null {
  if (Array.isArray(value)) {
    const isTable = value.length > 0 && value.every(isRecord);
    return isTable && value.some((row) => Object.keys(row).length > 0) ? value : null;
  }
  if (typeof value !== "object" || value === null || !("numRows" in value)) return null;
  const { objects, toArray } = value as { objects?: unknown; toArray?: unknown };
  const give = typeof objects === "function" ? objects : toArray;
  if (typeof give !== "function") return null;
  const rows = (give as () => unknown).call(value);
  return Array.isArray(rows) ? rows.map((row) => ({ ...(row as object) })) : null;
}

/** A number as a table has room for it; its CSV file has it in full. */
const sixFigures = (value: number) =>
  String(Number.isInteger(value) ? value : Number(value.toPrecision(6)));

function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (value instanceof Date && !Number.isNaN(value.getTime()))
    return value
      .toISOString()
      .replace(/\.000Z$/, "Z")
      .replace(/T00:00:00Z$/, "");
  if (typeof value === "bigint" && Number.isSafeInteger(Number(value))) return Number(value);
  return inspectValue(value, 1);
}

/** Records that an element shows, with what its columns are called. */
export interface GivenRecords {
  readonly rows: readonly Record[];
  readonly columns?: readonly string[];
  readonly labels?: Readonly<globalThis.Record<string, string>>;
}

/** The records that an element was made of, or null. */
export function givenRecords(value: object): GivenRecords | null {
  if (!("records" in value) || typeof value.records !== "object" || value.records === null)
    return null;
  return "rows" in value.records ? (value.records as GivenRecords) : null;
}

/** Records as a table that says what it is of, as far as that is known. */
export function recordsTable(
  { rows, columns, labels = {} }: GivenRecords,
  { cell, before, name }: ShownBy,
): Table {
  const keys = columns ?? [...new Set(rows.slice(0, lookedAt).flatMap((row) => Object.keys(row)))];
  const shown = rows.slice(0, longest);
  const count = `${rows.length} ${rows.length === 1 ? "row" : "rows"}`;
  return toTable({
    id: `cell-${cell}-table-${before + 1}`,
    caption: name === undefined ? `Records that cell ${cell} shows` : `Records of ${name}`,
    scope: rows.length > longest ? `The first ${longest} of ${count}.` : `${count}.`,
    source: "this notebook",
    n: rows.length,
    unit: "row",
    data: {
      columns: keys.map((key) => ({ key, label: labels[key] ?? key, format: sixFigures })),
      rows: shown.map((row) => Object.fromEntries(keys.map((key) => [key, toCell(row[key])]))),
    },
  });
}
