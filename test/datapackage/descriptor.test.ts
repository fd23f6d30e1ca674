import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { dataReadme } from "../../scripts/dataReadme.js";
import { schemeSchema } from "../../scripts/schemeSchema.js";
import { isInCalendar, readDescriptor, toDescriptor } from "../../src/datapackage/descriptor.js";
import { readDataset } from "../../src/councils/data/readDataset.js";
import { defaultScheme } from "../../src/councils/data/defaultScheme.js";
import { readSchemes } from "../../src/councils/data/readSchemes.js";
import { schemeVariants } from "../../src/councils/data/schemeFields.js";

const descriptor = readDescriptor();
const raw = () =>
  JSON.parse(readFileSync("data/datapackage.json", "utf8")) as Record<string, unknown>;
const councils = new Set(readDataset().councils.map(({ gssCode }) => gssCode));

test("every file of data/ is described and every described file is there", () => {
  // Rules fixed in advance, pages that a refresh has read, and what the data said on earlier days are
  // kept beside the data but are not data.
  const files = readdirSync("data", { recursive: true, encoding: "utf8" }).filter(
    (path) => statSync(`data/${path}`).isFile() && !/^(preregistration|raw|vintages)\b/.test(path),
  );
  const described = descriptor.resources.map(({ path }) => path);
  expect([...described, "README.md", "datapackage.json"].sort()).toEqual(files.sort());
});

test.each(descriptor.resources)("$path has the size and hash that are stated", (resource) => {
  const bytes = readFileSync(`data/${resource.path}`);
  expect(bytes).toHaveLength(resource.bytes);
  expect(`sha256:${createHash("sha256").update(bytes).digest("hex")}`).toBe(resource.hash);
});

test("data/README.md is what the descriptor makes", () => {
  expect(readFileSync("data/README.md", "utf8")).toBe(dataReadme(descriptor));
});

test("what readers are told of the data says rating, and keeps the names of columns", () => {
  const { schemeSchema: ofSchemes } = raw();
  const inWords = /\bin words\b|\bor words such as\b/g;
  const said = [
    ...descriptor.resources.flatMap((resource) => [
      resource.title,
      resource.description,
      ...(resource.profile === "tabular-data-resource"
        ? resource.schema.fields.map(({ description }) => description)
        : []),
    ]),
    ...[...JSON.stringify(ofSchemes).matchAll(/"description":"([^"]*)"/g)].map(([, text]) => text),
  ].map((text) => text.replace(inWords, ""));
  expect(said.length).toBeGreaterThan(150);
  expect(said.filter((text) => /\bwords?\b/i.test(text))).toEqual([]);
  const columns = descriptor.resources.flatMap((resource) =>
    resource.profile === "tabular-data-resource"
      ? resource.schema.fields.filter(({ name }) => name === "word")
      : [],
  );
  expect(new Set(columns.map(({ description }) => description))).toEqual(
    new Set(["The published overall rating.", "Blank: the scheme gives no overall rating."]),
  );
});

test("the JSON Schema of a scheme is what validation goes by", () => {
  expect(raw().schemeSchema).toEqual(schemeSchema());
});

test("the columns of assessments.csv are described as the scheme that a blank stands for has it", () => {
  const resource = descriptor.resources.find(({ name }) => name === "assessments");
  if (resource?.profile !== "tabular-data-resource") throw new Error("no table");
  const { fields } = resource.schema;
  const { schemes } = readSchemes(undefined, descriptor.numberFormats);
  expect(fields.find(({ name }) => name === "scheme")?.default).toBe(defaultScheme);
  const varied = schemeVariants(fields, schemes).fieldsOf(defaultScheme);
  expect([...varied.keys()]).toHaveLength(11);
  for (const [name, field] of varied) {
    const described = fields.find((one) => one.name === name);
    expect([field?.type, field?.constraints], name).toEqual([
      described?.type,
      described?.constraints,
    ]);
  }
});

test("names, paths, keys and references are sound", () => {
  const names = descriptor.resources.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const fieldsOf = (name: string) => {
    const resource = descriptor.resources.find((other) => other.name === name);
    if (resource?.profile !== "tabular-data-resource") throw new Error(`no table ${name}`);
    return resource.schema.fields.map((field) => field.name);
  };
  for (const resource of descriptor.resources) {
    if (resource.profile === "data-resource") continue;
    const { fields, primaryKey, foreignKeys } = resource.schema;
    const own = fieldsOf(resource.name);
    expect(new Set(own).size).toBe(own.length);
    expect(own).toEqual(expect.arrayContaining(primaryKey));
    for (const key of foreignKeys) {
      expect(own).toEqual(expect.arrayContaining(key.fields));
      expect(key.reference.fields).toHaveLength(key.fields.length);
      expect(fieldsOf(key.reference.resource)).toEqual(
        expect.arrayContaining(key.reference.fields),
      );
    }
    for (const { name, constraints, example } of fields) {
      // A pattern is shown to the reader by its example, which must match it.
      if (constraints.pattern === undefined) continue;
      expect(example, `${resource.name} ${name}`).toMatch(new RegExp(constraints.pattern));
    }
  }
});

test("the version is the vintage", () => {
  expect(descriptor.version).toBe(descriptor.vintage.split("-").map(Number).join("."));
});

test("CITATION.cff states the version of the package and the vintage of the data", () => {
  const citation = readFileSync("CITATION.cff", "utf8");
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  expect(citation).toContain(`\nversion: ${version}\n`);
  expect(citation).toContain(`\n    version: ${descriptor.version}\n`);
  const words = (day: string) =>
    new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
  expect(citation).toContain(`complete to ${words(descriptor.completeTo)}`);
  expect(citation.replace(/\s+/g, " ")).toContain(`vintage ${words(descriptor.vintage)}`);
});

test("maps show the councils of councils.csv and no others", () => {
  const hexes = JSON.parse(readFileSync("data/geo/cassr_153.hexjson", "utf8")) as {
    hexes: Record<string, unknown>;
  };
  expect(new Set(Object.keys(hexes.hexes))).toEqual(councils);
  const topology = JSON.parse(readFileSync("data/geo/utla_2024_153_small.topojson", "utf8")) as {
    objects: Record<string, { geometries: { id: string }[] }>;
  };
  const ids = Object.values(topology.objects).flatMap(({ geometries }) => geometries);
  expect(new Set(ids.map(({ id }) => id))).toEqual(councils);
});

test("every context table is about councils of councils.csv, or England", () => {
  const { context } = readDataset();
  for (const [name, rows] of Object.entries(context))
    for (const { gss_code: code } of rows)
      if (code !== undefined && name !== "ascof-england") expect(councils).toContain(code);
  expect(new Set(context["ascof-england"]?.map((row) => row.gss_code))).toEqual(
    new Set(["E92000001"]),
  );
});

describe("a descriptor that is not as expected is refused", () => {
  const resources = () => (raw().resources as Record<string, unknown>[]).slice(0, 1);
  test.each([
    ["no resources", { ...raw(), resources: undefined }],
    ["a day that does not exist", { ...raw(), completeTo: "2025-02-30" }],
    ["a hash of another kind", { ...raw(), resources: [{ ...resources()[0], hash: "md5:0" }] }],
    ["a path that leaves", { ...raw(), resources: [{ ...resources()[0], path: "../a.csv" }] }],
    ["no licence", { ...raw(), resources: [{ ...resources()[0], licenses: [] }] }],
    ["no schema", { ...raw(), resources: [{ ...resources()[0], schema: undefined }] }],
  ])("%s", (_, json) => {
    expect(() => toDescriptor(json)).toThrow();
  });
});

test("a date is in the calendar or not", () => {
  for (const date of ["2024-02-29", "2025-12-31", "2025-01", "2000-02-29"])
    expect(isInCalendar(date), date).toBe(true);
  for (const date of ["2025-02-29", "2100-02-29", "2025-13", "2025-00", "2025-04-31", "2025", ""])
    expect(isInCalendar(date), date).toBe(false);
});
