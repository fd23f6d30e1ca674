/**
 * Writes `schemas/`: a JSON Schema of each JSON that Ninefold prints or writes, made from the type
 * of the value in the sources, and of each that it reads, made from what validates it.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createGenerator } from "ts-json-schema-generator";
import { packageFolder } from "../src/packageFolder.js";
import { descriptorJsonSchema, schemeSchema } from "./schemeSchema.js";

type Json = { readonly [key: string]: unknown };

/** The outputs: the file's name, the version of its schema, its type and where the type stands. */
const outputs = [
  ["analysis", 1, "Analysis", "councils/analysis/analyse"],
  ["claims", 1, "PrintedClaims", "cli/claims"],
  ["manifest", 1, "Manifest", "engine/report/manifest"],
  ["changes", 1, "PrintedChanges", "councils/pages/feed"],
  ["validation", 1, "PrintedValidation", "cli/validate"],
  ["revisions", 1, "PrintedRevisions", "cli/revisions"],
  ["refresh", 1, "PrintedRefresh", "cli/refresh"],
  ["schemes", 1, "Schemes", "councils/analysis/schemes"],
] as const;

const draft = "https://json-schema.org/draft/2020-12/schema";

/** The generator names what has no name of its own by its source; of such names only letters stay. */
const plainName = (name: string) => name.replace(/[^A-Za-z0-9]+/g, "_");

const toName = (ref: string) => decodeURIComponent(ref.replace("#/definitions/", ""));

/** A property that holds a whole scheme: where results are printed it is left out, as it is named once. */
const isWholeScheme = (key: string, value: unknown) =>
  key === "scheme" && (value as Json).$ref === "#/definitions/Scheme";

/** What the generator gives, draft 7, as draft 2020-12. */
function modern(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(modern);
  if (typeof value !== "object" || value === null) return value;
  const given = value as Json;
  const next: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(given)) {
    if (key === "$ref") next.$ref = `#/$defs/${plainName(toName(one as string))}`;
    else if (key === "items" && Array.isArray(one)) next.prefixItems = modern(one);
    else if (key === "properties") {
      const kept = Object.entries(one as Json).filter(([name, of]) => !isWholeScheme(name, of));
      next.properties = Object.fromEntries(kept.map(([name, of]) => [name, modern(of)]));
    } else if (key === "required") {
      const gone = (name: string) => isWholeScheme(name, (given.properties as Json)[name] ?? {});
      next.required = (one as readonly string[]).filter((name) => !gone(name));
    } else next[key] = modern(one);
  }
  return next;
}

/** The definitions that a schema comes to, by way of others. */
function used(schema: Json, definitions: Json): Json {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { $ref } = value as { $ref?: unknown };
    const name = typeof $ref === "string" ? $ref.replace("#/$defs/", "") : null;
    if (name !== null && !names.has(name)) {
      names.add(name);
      visit(definitions[name]);
    }
    Object.values(value).forEach(visit);
  };
  visit(schema);
  return Object.fromEntries([...names].sort().map((name) => [name, definitions[name]]));
}

/** Every schema, by the name of its file in `schemas/`. */
export function outputSchemas(): ReadonlyMap<string, Json> {
  const generator = createGenerator({
    tsconfig: path.join(packageFolder, "tsconfig.json"),
    path: path.join(packageFolder, `src/{${outputs.map(([, , , file]) => file).join(",")}}.ts`),
    skipTypeCheck: true,
    topRef: false,
    additionalProperties: false,
  });
  const made = outputs.map(([name, version, type]): [string, Json] => {
    const { definitions = {}, ...rest } = generator.createSchema(type) as Json;
    const schema = modern(rest) as Json;
    const named = Object.entries(definitions as Json).map(
      ([key, one]) => [plainName(key), modern(one)] as const,
    );
    return [
      `${name}.json`,
      {
        ...schema,
        // In place of the draft that the generator knows.
        $schema: draft,
        $id: `urn:ninefold:${name}:${version}`,
        title: `ninefold.${name}/${version}`,
        $defs: used(schema, Object.fromEntries(named)),
      },
    ];
  });
  return new Map<string, Json>([
    ...made,
    ["scheme.json", schemeSchema()],
    ["datapackage.json", descriptorJsonSchema()],
  ]);
}

/** A schema as its file holds it. */
export const toFile = (schema: Json) => `${JSON.stringify(schema, null, 2)}\n`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  for (const [name, schema] of outputSchemas())
    writeFileSync(path.join(packageFolder, "schemas", name), toFile(schema));
