import type { Problem } from "./problem.js";
import { keyOf, type Table } from "./readTable.js";
import type { Value } from "./tableSchema.js";

type Tables = ReadonlyMap<string, Table>;

/**
 * What the rows of a table refer to in other tables and is not there. A key of one column must
 * stand in the other table; in a key of several, the last column must hold what stands there
 * beside the others. A table that could not be read is not held against its users.
 */
export function foreignKeyProblems(table: Table, tables: Tables): Problem[] {
  return table.resource.schema.foreignKeys.flatMap(({ fields, reference }) => {
    const other = tables.get(reference.resource);
    if (!other?.readable) return [];
    const key = (values: Readonly<Record<string, Value>>, names: readonly string[]) =>
      names.length === 1 ? values[names[0]] : keyOf(names.map((name) => values[name]));
    const single = fields.length === 1;
    const own = single ? fields : fields.slice(0, -1);
    const others = single ? reference.fields : reference.fields.slice(0, -1);
    const [column, otherColumn] = [fields.at(-1)!, reference.fields.at(-1)!];
    const known = new Map<Value, Value>();
    for (const { values, failed } of other.rows) {
      if (reference.fields.some((name) => failed.has(name))) continue;
      // A duplicate is a problem of the other table: its first row stands.
      const at = key(values, others);
      if (!known.has(at)) known.set(at, values[otherColumn]);
    }
    const problems: Problem[] = [];
    for (const { line, values, failed } of table.rows) {
      if (failed.size > 0 && fields.some((name) => failed.has(name))) continue;
      const expected = known.get(key(values, own));
      if (expected === values[column]) continue;
      const value = String(values[column] ?? "");
      if (expected !== undefined) {
        const of = own.map((name) => values[name]).join(", ");
        const what = `expected ${String(expected)}, the ${otherColumn} of ${of}`;
        problems.push({ line, column, what, value });
      } else if (single)
        problems.push({ line, column, what: `unknown ${other.resource.rowIs}`, value });
    }
    return problems;
  });
}
