import type { Cell, Column, Rows } from "./block.js";

/** What a row may hold when it is given: what is read from a file is often a date or yes and no. */
export type GivenCell = Cell | boolean | bigint | Date;

/** Rows as they are given. */
export interface GivenRows {
  readonly columns: readonly Column[];
  readonly rows: readonly Readonly<Record<string, GivenCell>>[];
}

const ways: Readonly<Record<string, string>> = {
  undefined: "nothing has this key: write null where there is no value",
  function: "expected text or a number, not a function",
  symbol: "expected text or a number, not a symbol",
};

function describe(value: object): string {
  return Array.isArray(value)
    ? "expected text or a number, not an array: join it, as in value.join(“, ”)"
    : "expected text or a number, not an object: give one of its properties";
}

/**
 * A value as a cell holds it: a date in ISO form, without a time where it is midnight in UTC; a
 * boolean as true or false. Gives null for null, and throws what is wrong with any other value.
 */
function toCell(value: unknown): Cell {
  if (value === null || typeof value === "string") return value;
  if (typeof value === "number") {
    if (Number.isFinite(value)) return value;
    throw new TypeError(`expected a finite number: ${value}: write null where there is no value`);
  }
  if (typeof value === "boolean") return String(value);
  if (typeof value === "bigint") {
    if (Number.isSafeInteger(Number(value))) return Number(value);
    throw new TypeError(`a number too large to be exact: ${value}: write it as text`);
  }
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw new TypeError("expected a date: Invalid Date");
    return value
      .toISOString()
      .replace(/\.000Z$/, "Z")
      .replace(/T00:00:00Z$/, "");
  }
  throw new TypeError(ways[typeof value] ?? describe(value as object));
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/**
 * Rows as a report holds them, the same object where nothing has to be written otherwise. Throws a
 * TypeError that names the block (`what`), the row, from 1, and the column of the first value that
 * cannot be shown, and of one that its column's format cannot write.
 */
export function toRows(what: string, data: GivenRows): Rows {
  let isSame = true;
  const rows = data.rows.map((row, index) => {
    const changed: Record<string, Cell> = {};
    for (const { key, format } of data.columns) {
      const given: unknown = row[key];
      try {
        const cell = toCell(given);
        if (cell !== given) changed[key] = cell;
        if (typeof cell === "number" && format && typeof (format(cell) as unknown) !== "string")
          throw new TypeError(`its format gives no text for ${cell}`);
      } catch (error) {
        throw new TypeError(`${what}: row ${index + 1}: column ${key}: ${messageOf(error)}`, {
          cause: error,
        });
      }
    }
    if (Object.keys(changed).length === 0) return row as Rows["rows"][number];
    isSame = false;
    return { ...(row as Rows["rows"][number]), ...changed };
  });
  return isSame ? (data as Rows) : { columns: data.columns, rows };
}
