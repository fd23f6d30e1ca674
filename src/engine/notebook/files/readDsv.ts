import { autoType, dsvFormat } from "d3-dsv";

export interface DsvOptions {
  readonly delimiter?: string;
  /** Rows as arrays, without names for their columns. */
  readonly array?: boolean;
  /** Numbers, dates and true or false as such; "auto" is the same. */
  readonly typed?: boolean | "auto";
}

type Row = Record<string, unknown>;

/** A code, such as 0123, would lose its zeros as a number, and its column with it what it is. */
const code = /^\s*[-+]?0\d/;

/**
 * Rows of text parted by a delimiter, as Observable gives them: an array of objects, with `columns`,
 * or of arrays. Typed values are numbers, dates and booleans, but for columns that hold a code with
 * leading zeros, which stay text.
 */
export function readDsv(
  text: string,
  { delimiter = ",", array = false, typed = false }: DsvOptions = {},
): unknown[] & { columns?: string[] } {
  // `parse` would compile a function, which a page forbids.
  const all = dsvFormat(delimiter).parseRows(text);
  const isWritten = (row: readonly string[]) => row.length > 1 || row[0] !== "";
  const [first = [], ...rest] = all;
  const body = (array ? all : rest).filter(isWritten);
  const width = Math.max(first.length, ...body.map(({ length }) => length), 0);
  const isCode = Array.from({ length: width }, (_, i) =>
    body.some((row) => row[i] !== undefined && code.test(row[i])),
  );
  const typeOf = (value: string, i: number): unknown =>
    typed === false || isCode[i] ? value : autoType<Row, string>({ value }).value;
  if (array) return body.map((row) => row.map(typeOf));
  const rows = body.map((row): Row => {
    const entries = first.map((name, i) => [name, typeOf(row[i] ?? "", i)] as const);
    return Object.fromEntries(entries);
  });
  return Object.assign(rows, { columns: first });
}
