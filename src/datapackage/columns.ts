import type { Descriptor, Field } from "./descriptor.js";
import { readCell, type ReadCell } from "./tableSchema.js";

/** A column of a file as it is read. */
export interface Column {
  readonly field: Field;
  /** The file leaves the column out, and may. */
  readonly isLeftOut: boolean;
  /** What it holds cannot be judged. */
  readonly isUnread?: boolean;
  /** The place of its cell in a record, or -1 where the header lacks it. */
  readonly index: number;
  readonly read: ReadCell;
}

/** Columns that hold something else according to the value of another. */
export interface Variants {
  /** The column that decides: one with a default. */
  readonly column: string;
  /** The fields in place of those of the schema; null for one in which nothing can be read. */
  readonly fieldsOf: (value: string) => ReadonlyMap<string, Field | null>;
}

/** Of how many values the columns are kept; a file has few, unless it is wrong. */
const mostKept = 1000;

/** Reads nothing: the cell fails without a problem of its own. */
const readNothing: ReadCell = () => undefined;

/** The columns of a record, with those that its deciding cell gives another field. */
export function variedColumns(
  { column: decider, fieldsOf }: Variants,
  formats: Descriptor["numberFormats"],
): (cells: readonly string[], columns: readonly Column[]) => readonly Column[] {
  const known = new Map<string, readonly Column[]>();
  return (cells, columns) => {
    const at = columns.find(({ field }) => field.name === decider);
    const cell = at && cells[at.index];
    // A blank stands for the default, which the schema's own fields describe.
    if (!at || !cell || cell === at.field.default) return columns;
    const before = known.get(cell);
    if (before) return before;
    const fields = fieldsOf(cell);
    const varied = columns.map((column): Column => {
      const field = fields.get(column.field.name);
      if (field === undefined) return column;
      if (field === null) return { ...column, isUnread: true, read: readNothing };
      return { ...column, field, read: readCell(field, formats) };
    });
    if (known.size < mostKept) known.set(cell, varied);
    return varied;
  };
}
