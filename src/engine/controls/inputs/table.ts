import type { GivenRecords } from "../../notebook/recordsTable.js";

type Row = Readonly<Record<string, unknown>>;

export interface TableOptions {
  /** The columns that are shown, in their order. */
  readonly columns?: readonly string[];
  /** What columns are called. */
  readonly header?: Readonly<Record<string, unknown>>;
  /** How the values of a column are written. */
  readonly format?: Readonly<
    Record<string, (value: unknown, index: number, rows: readonly Row[]) => unknown>
  >;
  /** The column that rows are in the order of. */
  readonly sort?: string;
  readonly reverse?: boolean;
  /** The rows that are chosen. */
  readonly value?: readonly Row[];
  /** Where none is chosen, the value is all rows; true by default. */
  readonly required?: boolean;
}

const written = (value: unknown) =>
  typeof value === "object" && value !== null && "textContent" in value
    ? String(value.textContent)
    : value;

/** Rows in the order of a column, those without a value last. */
function sorted(rows: readonly Row[], { sort, reverse = false }: TableOptions): readonly Row[] {
  if (sort === undefined) return reverse ? [...rows].reverse() : rows;
  const sign = reverse ? -1 : 1;
  const rank = (value: unknown) => (value === null || value === undefined ? 1 : 0);
  return [...rows].sort((a, b) => {
    const [x, y] = [a[sort] as number, b[sort] as number];
    return rank(x) - rank(y) || sign * (x < y ? -1 : x > y ? 1 : 0);
  });
}

/** Rows as a table, as `Inputs.table`: its value is the rows that are chosen, else all. */
export function table(
  data: Iterable<Row>,
  options: TableOptions = {},
): HTMLElement & { value: readonly Row[]; readonly records: GivenRecords } {
  const rows = sorted([...data], options);
  const all = rows.slice(0, 1000).flatMap((row) => Object.keys(row));
  const keys = options.columns ??
    (data as { columns?: readonly string[] }).columns ?? [...new Set(all)];
  const { header = {}, format = {} } = options;
  const shown = rows.map((row, i) =>
    Object.fromEntries(
      keys.map((key) => [
        key,
        Object.hasOwn(format, key) ? written(format[key](row[key], i, rows)) : row[key],
      ]),
    ),
  );
  const labels = Object.fromEntries(
    Object.entries(header).map(([key, label]) => [key, String(written(label))]),
  );
  // The cell that shows it says which of its tables it is.
  const records: GivenRecords = { rows: shown, columns: keys, labels };
  const element: HTMLElement = document.createElement("div");
  const { value: chosen = [], required = true } = options;
  return Object.assign(element, {
    value: required && chosen.length === 0 ? rows : chosen,
    records,
  });
}
