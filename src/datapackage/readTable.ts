import { checkBytes } from "./checkBytes.js";
import { variedColumns, type Column, type Variants } from "./columns.js";
import type { Descriptor, Field, TableResource } from "./descriptor.js";
import { eachRecord } from "./eachRecord.js";
import type { Problem } from "./problem.js";
import { expectation, readCell, type Value } from "./tableSchema.js";

/** A row of a table: its values by column, and the columns whose cell was not as expected. */
export interface Row {
  readonly line: number;
  readonly values: Readonly<Record<string, Value>>;
  readonly failed: ReadonlySet<string>;
}

/** What a table is read by. */
export type TableShape = Pick<TableResource, "rowIs" | "mayBeEmpty" | "schema">;

export interface Table {
  readonly resource: TableShape;
  /** The names of the file's columns, in its order. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
  /** The header could be read: `rows` are those of the file. */
  readonly readable: boolean;
}

/** No table comes near; a header as long as a file would be a problem for each of its names. */
const maxColumns = 500;

/** A record with few of the names is something else: a row of data, another separator, a page. */
function isHeader(cells: readonly string[], names: readonly string[]): boolean {
  return names.filter((name) => cells.includes(name)).length * 2 >= names.length;
}

/** The fields whose columns a file must have, and those that it has although it need not. */
function expectedFields(header: readonly string[], fields: readonly Field[]): readonly Field[] {
  return fields.filter(
    ({ name, default: ofBlank, isOwn }) =>
      (ofBlank === undefined && !isOwn) || header.includes(name),
  );
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
  for (const { field, index, isLeftOut, isUnread = false, read } of columns) {
    const cell = cells[index];
    const value = cell === undefined ? undefined : read(cell);
    values[field.name] = value ?? field.default ?? null;
    if (value !== undefined || isLeftOut) continue;
    (failed ??= new Set()).add(field.name);
    if (cell !== undefined && !isUnread && !isDamaged(cell))
      problems.push({ line, column: field.name, what: expectation(field), value: cell });
  }
  return { line, values, failed: failed ?? noneFailed };
}

/** Several values as one key: no value holds a NUL. */
export function keyOf(values: readonly Value[]): string {
  return values.join("\0");
}

/** Reports keys and unique values that stand on an earlier line already. */
function duplicates({ schema, rowIs }: TableShape, rows: readonly Row[]): Problem[] {
  // What a blank stands for need not be told.
  const defaults = new Map(schema.fields.map((field) => [field.name, field.default]));
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
      const shown = names.filter((name) => values[name] !== defaults.get(name));
      const value = shown.map((name) => values[name] ?? "(blank)").join(", ");
      problems.push({ line, column: shown.join(", "), what, value });
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
  resource: TableShape,
  content: Uint8Array,
  formats: Descriptor["numberFormats"],
  variants?: Variants,
): Table {
  // Types that others read name nothing of Node's.
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const checked = checkBytes(bytes);
  if (checked.unreadable)
    return { resource, columns: [], rows: [], problems: checked.problems, readable: false };
  const { fields } = resource.schema;
  const problems: Problem[] = [];
  const rows: Row[] = [];
  const blankLines: number[] = [];
  let header: readonly string[] | null = null;
  let columns: Column[] = [];
  let readable = true;
  // Bytes that are no text have been reported where they stand.
  const isDamaged = (cell: string) => checked.problems.length > 0 && /[\0\uFFFD]/.test(cell);
  const columnsIn = variants ? variedColumns(variants, formats) : () => columns;

  const onRecord = (cells: readonly string[], line: number) => {
    if (!readable) return;
    if (header === null) {
      if (cells.length > maxColumns) {
        readable = false;
        problems.push({
          line: 1,
          column: "header",
          what: `expected at most ${maxColumns} columns`,
          value: String(cells.length),
        });
        return;
      }
      header = cells;
      const names = expectedFields(cells, fields).map((field) => field.name);
      problems.push(...headerProblems(cells, names));
      readable = isHeader(cells, names);
      columns = fields.map((field) => ({
        field,
        index: cells.indexOf(field.name),
        isLeftOut:
          (field.default !== undefined || field.isOwn === true) && !cells.includes(field.name),
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
      rows.push(readRow(line, cells, columnsIn(cells, columns), problems, isDamaged));
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
    return {
      resource,
      columns: header ?? [],
      rows,
      problems: [...checked.problems.slice(0, 1), ...problems],
      readable,
    };
  if (rows.length === 0 && problems.length === 0 && !resource.mayBeEmpty)
    problems.push({ line: 1, column: "file", what: "no rows below the header" });
  return {
    resource,
    columns: header ?? [],
    rows,
    problems: [...checked.problems, ...problems, ...duplicates(resource, rows)],
    readable,
  };
}
