import { readFileSync } from "node:fs";
import path from "node:path";
import * as v from "valibot";
import { committedPath } from "../disk/commitFiles.js";
import { packageFolder } from "../packageFolder.js";

/**
 * The data package descriptor, `data/datapackage.json`: what each file is, and the schema that
 * validates it. Only the structure that Ninefold relies on is checked here.
 *
 * Source: Frictionless Data, Data Package, Data Resource and Table Schema, version 1. `unit`,
 * `calendar`, `default`, `rowIs`, `mayBeEmpty`, `numberFormats`, `schemeSchema`, `vintage` and
 * `completeTo` are additions, as the specification permits.
 */

const text = v.pipe(v.string(), v.nonEmpty());
const names = v.union([
  v.pipe(
    text,
    v.transform((name) => [name]),
  ),
  v.pipe(v.array(text), v.nonEmpty()),
]);
/** A pattern must match the whole value, as the specification has it. */
const pattern = v.pipe(
  text,
  v.check((source) => source.startsWith("^") && source.endsWith("$"), "expected ^…$"),
);

export const fieldSchema = v.object({
  name: text,
  type: v.picklist(["string", "integer", "number"]),
  format: v.optional(v.literal("uri")),
  description: text,
  unit: v.optional(text),
  example: v.optional(text),
  /** What a blank stands for. A file may leave the whole column out. */
  default: v.optional(text),
  /** The value is a date that is in the calendar: a day, or where it may be so a month alone. */
  calendar: v.optional(v.picklist(["day", "day or month"])),
  constraints: v.optional(
    v.strictObject({
      required: v.optional(v.boolean()),
      unique: v.optional(v.boolean()),
      enum: v.optional(v.array(text)),
      pattern: v.optional(pattern),
      minimum: v.optional(v.number()),
      maximum: v.optional(v.number()),
    }),
    {},
  ),
});

const tableSchema = v.object({
  fields: v.pipe(v.array(fieldSchema), v.nonEmpty()),
  missingValues: v.tuple([v.literal("")]),
  primaryKey: names,
  foreignKeys: v.optional(
    v.array(v.object({ fields: names, reference: v.object({ resource: text, fields: names }) })),
    [],
  ),
});

const licence = v.object({ name: text, title: text, path: v.pipe(text, v.url()) });
const source = v.object({ title: text, path: v.optional(v.pipe(text, v.url())) });
const described = {
  name: v.pipe(v.string(), v.regex(/^[a-z0-9]+([-._][a-z0-9]+)*$/)),
  title: text,
  description: text,
  licenses: v.pipe(v.array(licence), v.nonEmpty()),
  sources: v.pipe(v.array(source), v.nonEmpty()),
};
const file = {
  ...described,
  // A relative path that cannot leave the directory.
  path: v.pipe(v.string(), v.regex(/^([a-z0-9_-]+\/)*[a-z0-9_-]+(\.[a-z0-9_-]+)*\.[a-z0-9]+$/)),
  format: text,
  mediatype: text,
  encoding: v.literal("utf-8"),
  bytes: v.pipe(v.number(), v.integer()),
  hash: v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/)),
};
const tableResource = v.object({
  ...file,
  profile: v.literal("tabular-data-resource"),
  /** What one row is, as a noun: an assessment, a council. */
  rowIs: text,
  mayBeEmpty: v.optional(v.boolean(), false),
  schema: tableSchema,
});
const otherResource = v.object({ ...file, profile: v.literal("data-resource") });

/** A day of the calendar, `YYYY-MM-DD`. */
export const day = v.pipe(
  v.string("expected a day, YYYY-MM-DD"),
  v.check((value) => isInCalendar(value) && value.length === 10, "expected a day, YYYY-MM-DD"),
);
/** An ONS code of a council. */
export const councilCode = v.pipe(
  v.string("expected codes of councils"),
  v.regex(/^E(06|08|09|10)[0-9]{6}$/, "expected codes of councils"),
);

/** What a descriptor must hold; other keys may stand beside. */
export const descriptorSchema = v.object({
  ...described,
  profile: v.literal("data-package"),
  version: text,
  vintage: day,
  vintageDescription: text,
  completeTo: day,
  completeIncludes: v.array(councilCode),
  completeDescription: text,
  numberFormats: v.object({ description: text, integer: pattern, number: pattern }),
  /** The JSON Schema of the files `schemes/ID.json`. */
  schemeSchema: v.object({
    properties: v.record(v.string(), v.looseObject({ description: text })),
  }),
  resources: v.array(v.variant("profile", [tableResource, otherResource])),
});

export type Field = v.InferOutput<typeof fieldSchema> & {
  /** A column that a folder of data declares besides. A file may leave it out. */
  readonly isOwn?: boolean;
};
type DescribedTable = v.InferOutput<typeof tableResource>;
export type TableResource = Omit<DescribedTable, "schema"> & {
  readonly schema: Omit<DescribedTable["schema"], "fields"> & { readonly fields: readonly Field[] };
};
export type Resource = TableResource | v.InferOutput<typeof otherResource>;
export type Descriptor = Omit<v.InferOutput<typeof descriptorSchema>, "resources"> & {
  readonly resources: readonly Resource[];
};

/** Whether `YYYY-MM-DD` or `YYYY-MM` names a day or a month that exists. */
export function isInCalendar(value: string): boolean {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(value);
  if (!match) return false;
  const [year, month, date] = match.slice(1).map(Number);
  if (year === 0 || month < 1 || month > 12) return false;
  // Day 0 of the next month is the last of this one.
  return match[3] === undefined || (date >= 1 && date <= new Date(year, month, 0).getDate());
}

/** The structure of a descriptor, checked. Throws valibot's error where it is not one. */
export function toDescriptor(json: unknown): Descriptor {
  return v.parse(descriptorSchema, json);
}

/** The repository's data directory. */
export const repositoryData = path.join(packageFolder, "data/");

/** The repository's descriptor. */
export function readDescriptor(): Descriptor {
  return toDescriptor(
    JSON.parse(readFileSync(committedPath(repositoryData, "datapackage.json"), "utf8")),
  );
}
