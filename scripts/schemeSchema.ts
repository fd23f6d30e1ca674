import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { toJsonSchema } from "@valibot/to-json-schema";
import { descriptorSchema, repositoryData } from "../src/datapackage/descriptor.js";
import { schemeShape } from "../src/ratings/schemeShape.js";

type Json = Record<string, unknown>;

/** As a file holds it. A check of valibot's own, such as that a day is in the calendar, is left out. */
function jsonSchemaOf(shape: Parameters<typeof toJsonSchema>[0]): Json {
  return toJsonSchema(shape, {
    target: "draft-2020-12",
    typeMode: "input",
    ignoreActions: ["check", "transform"],
  }) as Json;
}

/** The JSON Schema of a scheme's file, as the descriptor of the data gives it. */
export function schemeSchema(): Json {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "A regulator's scheme",
    description: "What a body is rated on and how the parts become one rating: schemes/ID.json.",
    ...jsonSchemaOf(schemeShape),
  };
}

/** The JSON Schema of `datapackage.json`: what Ninefold relies on in it. */
export function descriptorJsonSchema(): Json {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "urn:ninefold:datapackage:1",
    title: "The descriptor of a folder of data",
    description: "What each file of data is, as Frictionless Data Package with additions.",
    ...jsonSchemaOf(descriptorSchema),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const file = path.join(repositoryData, "datapackage.json");
  const descriptor = JSON.parse(readFileSync(file, "utf8")) as Json;
  const { resources, ...rest } = descriptor;
  const next = { ...rest, schemeSchema: schemeSchema(), resources };
  writeFileSync(file, `${JSON.stringify(next, null, 2)}\n`);
}
