import { writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  readDescriptor,
  repositoryData,
  type Descriptor,
  type Field,
  type Resource,
} from "../src/datapackage/descriptor.js";

/** Text in a Markdown table cell. */
function cell(text: string): string {
  return text.replace(/[|\\]/g, "\\$&").replace(/\n/g, " ");
}

/** What a column may hold, in words. */
function allowed({ type, format, calendar, constraints }: Field): string {
  const { minimum, maximum, pattern } = constraints;
  if (constraints.enum) return constraints.enum.join("; ");
  if (calendar) return calendar === "day" ? "YYYY-MM-DD" : "YYYY-MM-DD or YYYY-MM";
  if (format === "uri") return "http or https address";
  const noun = { string: "text", integer: "whole number", number: "number" }[type];
  if (minimum !== undefined && maximum !== undefined) return `${noun}, ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `${noun}, ${minimum} or more`;
  return pattern === undefined ? noun : `${noun} matching \`${pattern}\``;
}

function columnsTable(fields: readonly Field[]): string[] {
  return [
    "| column | meaning | unit | allowed | blank |",
    "| --- | --- | --- | --- | --- |",
    ...fields.map((field) => {
      const unknown = field.constraints.required ? "never" : "unknown or none";
      const blank = field.default === undefined ? unknown : `stands for ${field.default}`;
      const cells = [
        `\`${field.name}\``,
        field.description,
        field.unit ?? "",
        allowed(field),
        blank,
      ];
      return `| ${cells.map(cell).join(" | ")} |`;
    }),
  ];
}

function link({ title, path }: { readonly title: string; readonly path?: string }): string {
  return path === undefined ? title : `[${title}](${path})`;
}

function keys(resource: Resource): string[] {
  if (resource.profile === "data-resource") return [];
  const { primaryKey, foreignKeys } = resource.schema;
  const code = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(", ");
  return [
    `- One row: ${resource.rowIs}. Key: ${code(primaryKey)}.`,
    ...foreignKeys.map(
      ({ fields, reference }) =>
        `- ${code(fields)}: as ${code(reference.fields)} of \`${reference.resource}\`.`,
    ),
  ];
}

function section(resource: Resource): string[] {
  return [
    `## ${resource.path}`,
    "",
    `**${resource.title}.** ${resource.description}`,
    "",
    `- Name in code: \`${resource.name}\`.`,
    ...keys(resource),
    `- Licence: ${resource.licenses.map(link).join("; ")}.`,
    `- Source: ${resource.sources.map(link).join("; ")}.`,
    `- ${resource.bytes} bytes, SHA-256 \`${resource.hash.replace("sha256:", "")}\`.`,
    "",
    ...(resource.profile === "data-resource" ? [] : [...columnsTable(resource.schema.fields), ""]),
  ];
}

/** What a file of a scheme holds, and how one is added. */
function schemes({ schemeSchema }: Descriptor): string[] {
  const keys = Object.entries(schemeSchema.properties);
  return [
    "## Schemes",
    "",
    "A scheme is what a regulator rates on: `schemes/ID.json`. datapackage.json holds its JSON Schema, as `schemeSchema`. A new one is a file and no code. Rows of assessments.csv may be under it where its parts are columns there; else its bodies stand beside it, in `schemes/ID.csv`.",
    "",
    "| key | meaning |",
    "| --- | --- |",
    ...keys.map(([name, { description }]) => `| \`${name}\` | ${cell(description)} |`),
    "",
    "`schemes/ID.csv` has the columns `code`, `body` (a name), `published` (YYYY-MM-DD or YYYY-MM), `word`, and one a part, by its id. A grade is a score from 1 where the scheme's levels have scores, else the name of a level. `word` is the rating of the whole. Blank is unknown, and it is blank where the scheme gives none. A row is one body assessed once; the key is `code` and `published`.",
    "",
    "A folder of data may have schemes of its own. Analyses take the scheme that its datapackage.json names as `scheme`; else cqc-councils-2023, where a formal assessment is of it; else that of the newest formal assessment.",
    "",
  ];
}

/** How a folder of data has columns of its own, and what is kept of earlier data. */
const ownAndEarlier: readonly string[] = [
  "## Columns of your own",
  "",
  'A folder of data may declare columns of its own in its datapackage.json, for a table above, as a Table Schema has them: `string`, `integer` or `number`, with `constraints`; a column of days has `"calendar": "day"` beside `string`. They stand after the columns above, may be left out of a file, and are held to their type. A column that is not declared is refused.',
  "",
  "```json",
  '{"resources": [{"path": "assessments.csv", "schema": {"fields": [{"name": "visits", "type": "integer"}]}}]}',
  "```",
  "",
  "In code they are `assessment.own.visits`; in data frames and in SQL cells a column `visits`.",
  "",
  "## vintages/",
  "",
  "`vintages/YYYY-MM-DD.json` is what is kept of the data of a day: each assessment as it stood, the main numbers, and the verdicts of claims. A site's `feed.xml` and `changes.json` say what changed from one to the next. `npx tsx scripts/keepVintage.ts` writes that of the data as they are.",
  "",
];

/** The README of the data, from their descriptor. */
export function dataReadme(descriptor: Descriptor): string {
  const contents = descriptor.resources.map(
    ({ path, title, licenses }) =>
      `| [${path}](${path}) | ${cell(title)} | ${licenses.map(({ name }) => name).join(", ")} |`,
  );
  return [
    `# ${descriptor.title}`,
    "",
    "<!-- Made from datapackage.json by scripts/dataReadme.ts: edit that, not this. -->",
    "",
    descriptor.description,
    "",
    "| file | what it holds | licence |",
    "| --- | --- | --- |",
    ...contents,
    "",
    "## Before you quote a number",
    "",
    `- **Complete to ${descriptor.completeTo}.** ${descriptor.completeDescription}`,
    `- **Vintage ${descriptor.vintage}.** ${descriptor.vintageDescription}`,
    "- **Status and confidence.** Each assessment says whether it stands as published, was revised or was withdrawn, and how sure the row is. Do not state the rating of a withdrawn row, or of one of low confidence, as a fact about a council.",
    "- **Blank is unknown.** A blank is never zero. Where only some of nine scores are known, they give no sum by themselves.",
    "- **Pilots.** Their ratings were indicative, and are counted with no others.",
    `- **Numbers.** ${descriptor.numberFormats.description}`,
    "",
    "Every file is UTF-8. `ninefold validate` checks a directory in this layout and lists what is wrong.",
    "",
    ...descriptor.resources.flatMap(section),
    ...schemes(descriptor),
    ...ownAndEarlier,
  ].join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  writeFileSync(
    fileURLToPath(new URL("README.md", pathToFileURL(repositoryData))),
    dataReadme(readDescriptor()),
  );
