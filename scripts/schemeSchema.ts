import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { repositoryData } from "../src/datapackage/descriptor.js";
import { schemeShape } from "../src/ratings/schemeShape.js";

/** What is read of valibot's schemas and of the actions in their pipes. */
interface Node {
  readonly type: string;
  readonly pipe?: readonly Node[];
  readonly entries?: Readonly<Record<string, Node>>;
  readonly item?: Node;
  readonly wrapped?: Node;
  readonly options?: readonly Node[];
  readonly literal?: string;
  readonly requirement?: unknown;
  readonly description?: string;
}
type Json = Record<string, unknown>;

const isOptional = (node: Node): boolean =>
  node.type === "optional" || (node.pipe?.[0] ? isOptional(node.pipe[0]) : false);

function ofAction({ type, requirement, description }: Node): Json {
  switch (type) {
    case "non_empty":
      return { minLength: 1 };
    case "regex":
      return { pattern: (requirement as RegExp).source };
    case "iso_date":
      return { format: "date" };
    case "integer":
      return { type: "integer" };
    case "min_value":
      return { minimum: requirement };
    case "min_length":
      return { minItems: requirement };
    case "description":
      return { description };
    // That a day is in the calendar is what the format says.
    case "check":
      return {};
    default:
      throw new Error(`no JSON Schema is known for: ${type}`);
  }
}

/** A schema as JSON Schema. Throws an Error for what it does not know, so that nothing is left out. */
function jsonSchemaOf({ pipe, ...node }: Node): Json {
  if (pipe) {
    const [schema, ...actions] = pipe;
    return Object.assign(jsonSchemaOf(schema), ...actions.map(ofAction)) as Json;
  }
  switch (node.type) {
    case "string":
    case "number":
      return { type: node.type };
    case "literal":
      return { const: node.literal };
    case "optional":
      return jsonSchemaOf(node.wrapped!);
    case "nullable":
      return { anyOf: [jsonSchemaOf(node.wrapped!), { type: "null" }] };
    case "array":
      return { type: "array", items: jsonSchemaOf(node.item!) };
    case "variant":
      return { oneOf: node.options!.map(jsonSchemaOf) };
    case "strict_object": {
      const entries = Object.entries(node.entries!);
      return {
        type: "object",
        properties: Object.fromEntries(entries.map(([key, one]) => [key, jsonSchemaOf(one)])),
        required: entries.filter(([, one]) => !isOptional(one)).map(([key]) => key),
        additionalProperties: false,
      };
    }
    default:
      throw new Error(`no JSON Schema is known for: ${node.type}`);
  }
}

/** The JSON Schema of a scheme's file, as the descriptor of the data gives it. */
export function schemeSchema(): Json {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "A regulator's scheme",
    description: "What a body is rated on and how the parts become one word: schemes/ID.json.",
    ...jsonSchemaOf(schemeShape),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const file = path.join(repositoryData, "datapackage.json");
  const descriptor = JSON.parse(readFileSync(file, "utf8")) as Json;
  const { resources, ...rest } = descriptor;
  const next = { ...rest, schemeSchema: schemeSchema(), resources };
  writeFileSync(file, `${JSON.stringify(next, null, 2)}\n`);
}
