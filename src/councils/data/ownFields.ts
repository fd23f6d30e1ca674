import { join } from "node:path";
import * as v from "valibot";
import { committedPath } from "../../disk/commitFiles.js";
import { ExpectedError } from "../../errors.js";
import {
  fieldSchema,
  type Descriptor,
  type Field,
  type Resource,
} from "../../datapackage/descriptor.js";
import { problemLine } from "../../datapackage/problem.js";
import { readJsonObject } from "../../datapackage/readJsonObject.js";
import { readBytes } from "./place.js";

/** The tables whose rows are records with names of their own: what these are called no column may be. */
const taken: Readonly<Record<string, readonly string[]>> = {
  assessments: ["region", "type", "percentage", "sum", "implied_rating", "in_complete_set", "own"],
  councils: ["own"],
};

const ownField = v.object({
  ...fieldSchema.entries,
  name: v.pipe(
    v.string(),
    v.regex(/^[a-z][a-z0-9_]{0,59}$/, "expected lower-case letters, digits and underscores"),
  ),
  description: v.optional(v.string(), ""),
});

const stated = v.object({
  resources: v.optional(
    v.array(
      v.looseObject({
        path: v.optional(v.string()),
        name: v.optional(v.string()),
        schema: v.optional(v.looseObject({ fields: v.optional(v.array(v.unknown())) })),
      }),
    ),
    [],
  ),
});

/** Where in a descriptor something is, and what is wrong with it. */
class Wrong extends Error {
  constructor(
    readonly column: string,
    what: string,
    readonly value: string,
  ) {
    super(what);
  }
}

/** The columns that a stated table has besides those that are described. */
function fieldsOf(described: Resource, fields: readonly unknown[]): Field[] {
  if (described.profile === "data-resource") return [];
  const known = described.schema.fields.map(({ name }) => name);
  const own: Field[] = [];
  for (const field of fields) {
    const name = (field as { name?: unknown } | null)?.name;
    const column = `resources: ${described.path}: ${typeof name === "string" ? name : "a field"}`;
    if (typeof name === "string" && known.includes(name)) continue;
    const read = v.safeParse(ownField, field);
    if (!read.success) {
      const [issue] = read.issues;
      const value = typeof issue.input === "string" ? issue.input : typeof issue.input;
      throw new Wrong(`${column}: ${v.getDotPath(issue) ?? "field"}`, issue.message, value);
    }
    const { output } = read;
    if (taken[described.name]?.includes(output.name))
      throw new Wrong(
        column,
        "expected another name: records have a value of this one",
        output.name,
      );
    if (own.some((one) => one.name === output.name))
      throw new Wrong(column, "expected each column once", output.name);
    own.push({ ...output, isOwn: true });
  }
  return own;
}

/**
 * A descriptor with the columns of its own that a directory's datapackage.json declares for tables
 * that Ninefold knows: `resources`, each with the `path` or `name` of a table and `schema.fields` as a
 * Table Schema has them. A file may leave each out. Throws an ExpectedError, one line, for what is no
 * such declaration.
 */
export function withOwnFields(descriptor: Descriptor, dir: string | undefined): Descriptor {
  if (dir === undefined) return descriptor;
  const path = join(dir, "datapackage.json");
  const bytes = readBytes(committedPath(dir, "datapackage.json"));
  // What else is wrong with it, `readCoverage` says.
  if (!Buffer.isBuffer(bytes)) return descriptor;
  const content = readJsonObject(bytes);
  if ("what" in content) return descriptor;
  const fail = (column: string, what: string, value: string) =>
    new ExpectedError(problemLine(path, { column, what, value }));
  const read = v.safeParse(stated, content.json);
  if (!read.success)
    throw fail("resources", "expected a list of tables, as a data package has", "something else");
  const { resources } = read.output;
  return {
    ...descriptor,
    resources: descriptor.resources.map((described) => {
      const one = resources.find((r) => r.path === described.path || r.name === described.name);
      try {
        const own = fieldsOf(described, one?.schema?.fields ?? []);
        if (own.length === 0 || described.profile === "data-resource") return described;
        const { schema } = described;
        return { ...described, schema: { ...schema, fields: [...schema.fields, ...own] } };
      } catch (error) {
        if (!(error instanceof Wrong)) throw error;
        throw fail(error.column, error.message, error.value);
      }
    }),
  };
}

/** The values of a row in the columns of a folder's own; undefined where there are none. */
export function ownValues(
  descriptor: Descriptor,
  table: string,
): ((row: Readonly<Record<string, string | number | null>>) => Own) | undefined {
  const resource = descriptor.resources.find(({ name }) => name === table);
  if (resource?.profile !== "tabular-data-resource") return undefined;
  const names = resource.schema.fields.filter(({ isOwn }) => isOwn).map(({ name }) => name);
  if (names.length === 0) return undefined;
  return (row) => Object.freeze(Object.fromEntries(names.map((name) => [name, row[name] ?? null])));
}

type Own = Readonly<Record<string, string | number | null>>;
