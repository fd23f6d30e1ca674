/** A column: its values in the order of the rows, or each of them once and which of them a row has. */
type Column =
  readonly unknown[] | { readonly of: readonly unknown[]; readonly at: readonly number[] };

/** Records of the same fields as columns, whose names and whose repeated values are written once. */
export interface PackedRows {
  readonly columns: Readonly<Record<string, Column>>;
}

type Rows = readonly object[];

/** Values that are worth a list of their own: most rows repeat one. */
const repeats = 8;

function packColumn(values: readonly unknown[]): Column {
  const isPlain = values.every((value) => typeof value !== "object" || value === null);
  const places = new Map([...new Set(values)].map((value, i) => [value, i]));
  if (!isPlain || places.size > values.length / repeats) return values;
  return { of: [...places.keys()], at: values.map((value) => places.get(value)!) };
}

/** Records as columns for JSON; as they are where they have not all the same fields. */
export function packRows(rows: Rows): PackedRows | Rows {
  const names = Object.keys(rows[0] ?? {});
  const isSame = (row: object) => Object.keys(row).join("\n") === names.join("\n");
  if (names.length === 0 || !rows.every(isSame)) return rows;
  const column = (name: string) => packColumn(rows.map((row) => Reflect.get(row, name) as unknown));
  return { columns: Object.fromEntries(names.map((name) => [name, column(name)])) };
}

/** The records that were packed. */
export function unpackRows(packed: PackedRows | Rows): Rows {
  if (!("columns" in packed)) return packed;
  const columns = Object.entries(packed.columns).map(([name, column]) => {
    if (!("of" in column)) return [name, column] as const;
    return [name, column.at.map((place) => column.of[place])] as const;
  });
  const count = columns[0]?.[1].length ?? 0;
  return Array.from({ length: count }, (_, row) =>
    Object.fromEntries(columns.map(([name, values]) => [name, values[row]])),
  );
}
