import { checkBytes } from "./checkBytes.js";
import type { Descriptor, Field, TableResource } from "./descriptor.js";
import { eachRecord } from "./eachRecord.js";
import type { Problem } from "./problem.js";
import { expectation, readCell, type ReadCell, type Value } from "./tableSchema.js";

/** A row of a table: its values by column, and the columns whose cell was not as expected. */
export interface Row {
  readonly line: number;
  readonly values: Readonly<Record<string, Value>>;
  readonly failed: ReadonlySet<string>;
}

export interface Table {
  readonly resource: TableResource;
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
  /** The header could be read: `rows` are those of the file. */
  readonly readable: boolean;
}

interface Column {
  readonly field: Field;
  /** The place of its cell in a record, or -1 where the header lacks it. */
  readonly index: number;
  readonly read: ReadCell;
}

/** A record with few of the names is something else: a row of data, another separator, a page. */
function isHeader(cells: readonly string[], names: readonly string[]): boolean {
  return names.filter((name) => cells.includes(name)).length * 2 >= names.length;
}

function headerProblems(header: readonly string[], names: readonly string[]): Problem[] {
  const problem = (what: string, value: string) => ({ line: 1, column: "header", what, value });
  if (!isHeader(header, names)) return [problem(`expected ${names.join(",")}`, header.join(","))];
  const problems = header.flatMap((name, i) => {
    if (!names.includes(name)) return [problem("unknown column", name)];
    return header.indexOf(name) < i ? [problem("duplicate column", name)] : [];
  });
  for (const name of names)
    if (!header.includes(name)) problems.push(problem("missing column", name));
  if (problems.length > 0) return problems;
  const at = names.findIndex((name, i) => header[i] !== name);
  return at === -1 ? [] : [problem(`expected ${names[at]} as column ${at + 1}`, header[at])];
}

const noneFailed: ReadonlySet<string> = new Set();

function readRow(
  line: number,
  cells: readonly string[],
  columns: readonly Column[],
  problems: Problem[],
  isDamaged: (cell: string) => boolean,
): Row {
  const values: Record<string, Value> = {};
  let failed: Set<string> | undefined;
  for (const { field, index, read } of columns) {
    const cell = cells[index];
    const value = cell === undefined ? undefined : read(cell);
    values[field.name] = value ?? null;
    if (value !== undefined) continue;
    (failed ??= new Set()).add(field.name);
    if (cell !== undefined && !isDamaged(cell))
      problems.push({ line, column: field.name, what: expectation(field), value: cell });
  }
  return { line, values, failed: failed ?? noneFailed };
}

/** Several values as one key: no value holds a NUL. */
export function keyOf(values: readonly Value[]): string {
  return values.join("\0");
}

/** Reports keys and unique values that stand on an earlier line already. */
function duplicates({ schema, rowIs }: TableResource, rows: readonly Row[]): Problem[] {
  const uniques = schema.fields.filter((field) => field.constraints.unique);
  const single = uniques.map((field) => field.name);
  const keys = [schema.primaryKey, ...single.map((name) => [name])];
  return keys.flatMap((names) => {
    const isKey = names === schema.primaryKey;
    const problems: Problem[] = [];
    const seen = new Map<string, number>();
    for (const { line, values, failed } of rows) {
      if (failed.size > 0 && names.some((name) => failed.has(name))) continue;
      const key = names.map((name) => values[name]);
      if (!isKey && key[0] === null) continue;
      const joined = keyOf(key);
      const first = seen.get(joined);
      if (first === undefined) {
        seen.set(joined, line);
        continue;
      }
      const what = `${isKey ? `duplicate ${rowIs}` : "duplicate value"}, first on line ${first}`;
      const value = key.map((v) => v ?? "(blank)").join(", ");
      problems.push({ line, column: names.join(", "), what, value });
    }
    return problems;
  });
}

function isBlankLine(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0] === "";
}

/**
 * Reads a CSV file by its schema: header, rows, cells, keys. Nothing is thrown: every problem is
 * listed, and a cell that is not as expected is `null` and named in its row's `failed`. Blank
 * lines at the end are passed over.
 */
export function readTable(
  resource: TableResource,
  bytes: Buffer,
  formats: Descriptor["numberFormats"],
): Table {
  const checked = checkBytes(bytes);
  if (checked.unreadable)
    return { resource, rows: [], problems: checked.problems, readable: false };
  const { fields } = resource.schema;
  const names = fields.map((field) => field.name);
  const problems: Problem[] = [];
  const rows: Row[] = [];
  const blankLines: number[] = [];
  let header: readonly string[] | null = null;
  let columns: Column[] = [];
  let readable = true;
  // Bytes that are no text have been reported where they stand.
  const isDamaged = (cell: string) => checked.problems.length > 0 && /[\0\uFFFD]/.test(cell);

  const onRecord = (cells: readonly string[], line: number) => {
    if (!readable) return;
    if (header === null) {
      header = cells;
      problems.push(...headerProblems(cells, names));
      readable = isHeader(cells, names);
      columns = fields.map((field) => ({
        field,
        index: cells.indexOf(field.name),
        read: readCell(field, formats),
      }));
      return;
    }
    if (isBlankLine(cells)) {
      blankLines.push(line);
      return;
    }
    for (const blank of blankLines.splice(0))
      problems.push({ line: blank, column: "row", what: "blank line between rows" });
    if (cells.length === header.length)
      rows.push(readRow(line, cells, columns, problems, isDamaged));
    else
      problems.push({
        line,
        column: "row",
        what: `expected ${header.length} cells`,
        value: String(cells.length),
      });
  };
  eachRecord(checked.text, onRecord, (problem, cell) => {
    if (!readable) return;
    problems.push({ ...problem, column: header?.[cell] ?? (header ? "row" : "header") });
    // What comes after a broken header cannot be told apart.
    if (header === null) readable = false;
  });

  if (!readable)
    return { resource, rows, problems: [...checked.problems.slice(0, 1), ...problems], readable };
  if (rows.length === 0 && problems.length === 0 && !resource.mayBeEmpty)
    problems.push({ line: 1, column: "file", what: "no rows below the header" });
  return {
    resource,
    rows,
    problems: [...checked.problems, ...problems, ...duplicates(resource, rows)],
    readable,
  };
}
