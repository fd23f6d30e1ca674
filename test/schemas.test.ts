import { readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { outputSchemas, toFile } from "../scripts/outputSchemas.js";
import { analysisJson } from "../src/cli/analyse.js";
import { claimsJson } from "../src/cli/claims.js";
import { analyse } from "../src/councils/analysis/analyse.js";
import { schemes } from "../src/councils/analysis/schemes.js";
import { compareVintages } from "../src/councils/claims/compareVintages.js";
import { evaluateClaims } from "../src/councils/claims/evaluateClaims.js";
import type { Dataset } from "../src/councils/data/dataset.js";
import { readVintages } from "../src/councils/data/readVintages.js";
import { readDataset } from "../src/councils/data/readDataset.js";
import { changes } from "../src/councils/pages/changes.js";
import { feedFiles } from "../src/councils/pages/feed.js";
import type { Io } from "../src/cli/io.js";
import { refreshData } from "../src/cli/refresh.js";
import { revisionsJson } from "../src/cli/revisions.js";
import { validate } from "../src/cli/validate.js";
import { repositoryData } from "../src/datapackage/descriptor.js";
import { packageFolder } from "../src/packageFolder.js";
import { dataFolder } from "./cqc/refresh/madeUpData.js";
import { siteOf, startSite } from "./cqc/refresh/madeUpSite.js";
import { caseData } from "./notebooks/blocks.js";

/** The JSON Schemas of the package: as the types are, met by what is printed, and by no less. */

type Json = Record<string, unknown>;

const folder = path.join(packageFolder, "schemas");
const readJson = (file: string) => JSON.parse(readFileSync(file, "utf8")) as Json;
const names = readdirSync(folder);

// Strict, so that a word that is no part of JSON Schema fails; formats are for readers.
const ajv = new Ajv2020({
  strict: true,
  strictTuples: false,
  allowUnionTypes: true,
  allErrors: true,
  validateFormats: false,
});
const validators = new Map(
  names.map((name) => [name, ajv.compile(readJson(path.join(folder, name)))]),
);

function problemsOf(name: string, value: unknown): string[] {
  const validate = validators.get(name)!;
  validate(value);
  return (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message}`);
}

/** What a command writes to standard output. */
function said(command: (io: Io) => void): string {
  let text = "";
  command({ stdout: (more) => (text += more), stderr: () => undefined });
  return text;
}

/** What `refresh --json` prints of a made-up site: one council's report is new. */
async function refreshed(): Promise<string> {
  const made = { council: "Barnet", slug: "barnet-0126", scores: "333333333" };
  const site = await startSite(siteOf([{ ...made, published: "2026-01-16" }]));
  const dir = dataFolder([
    "E10000016,Kent,formal,published,medium,Good,,2026-05,,,,,,,,,,https://example.org/,press,",
  ]);
  let text = "";
  try {
    const options = { from: site.origin, data: dir, json: true };
    await refreshData(options, { stdout: (more) => (text += more), stderr: () => undefined });
  } finally {
    await site.close();
    rmSync(dir, { recursive: true });
  }
  return text;
}

/** What `revisions --json` prints of two vintages. */
function revised(before: Dataset, after: Dataset): string {
  const about = { undone: false, since: "2025-08-31", before, after };
  return revisionsJson(compareVintages(before, after, few), about);
}

const few = { replicates: 39 };
const parse = (json: string) => JSON.parse(json) as Json;
const dataset = readDataset();
const hash = "0".repeat(64);
/** By the schema's file: what is printed, of the real data and of some that lack much. */
const printed: Readonly<Record<string, readonly Json[]>> = {
  "analysis.json": [
    dataset,
    caseData("passes-nine-words"),
    caseData("passes-no-word"),
    caseData("passes-word-by-judgement"),
  ].map((data) => parse(analysisJson(analyse(data, few)))),
  "claims.json": [dataset, caseData("passes-no-word")].map((data) =>
    parse(claimsJson(data, evaluateClaims(data, few))),
  ),
  "schemes.json": [parse(JSON.stringify(schemes(dataset, few)))],
  "manifest.json": [
    {
      schema: "ninefold.manifest/1",
      ninefold: "0.1.0",
      set: "complete",
      data: [{ path: "assessments.csv", sha256: hash }],
      outputs: [{ path: "national.html", report: "national", sha256: hash, bytes: 1 }],
    },
  ],
  "changes.json": [
    parse(
      feedFiles({
        dataset,
        changes: changes(readVintages(), dataset),
        title: "Made up",
      }).get("changes.json")!,
    ),
  ],
  "validation.json": [parse(said((io) => validate(undefined, io, { json: true })))],
  "revisions.json": [parse(revised(readDataset({ asAt: "2025-08-31" }), dataset))],
  "refresh.json": [parse(await refreshed())],
  "scheme.json": readdirSync(path.join(repositoryData, "schemes"))
    .filter((name) => name.endsWith(".json"))
    .map((name) => readJson(path.join(repositoryData, "schemes", name))),
  "datapackage.json": [readJson(path.join(repositoryData, "datapackage.json"))],
};

it("has a schema of each, made from the types as they are", () => {
  const made = outputSchemas();
  expect(names.sort()).toEqual([...made.keys()].sort());
  expect(names.sort()).toEqual(Object.keys(printed).sort());
  for (const [name, schema] of made)
    expect(readFileSync(path.join(folder, name), "utf8"), "npx tsx scripts/outputSchemas.ts").toBe(
      toFile(schema),
    );
  // It reads every type of the sources.
});

describe.each(names)("%s", (name) => {
  it("is met by what is printed", () => {
    for (const value of printed[name]) expect(problemsOf(name, value)).toEqual([]);
  });

  it("refuses a value without a key that it needs, and one of another type", () => {
    const [value] = printed[name];
    const { required } = validators.get(name)!.schema as { required: readonly string[] };
    expect(required.length).toBeGreaterThan(0);
    for (const key of required) {
      const without = Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
      expect(problemsOf(name, without), key).not.toEqual([]);
      expect(problemsOf(name, { ...value, [key]: { not: "this" } }), key).not.toEqual([]);
    }
  });
});

it("refuses a number as text, deep within", () => {
  const [analysis] = structuredClone(printed["analysis.json"]);
  (analysis.margins as { onePoint: Json }).onePoint.lose = "2";
  expect(problemsOf("analysis.json", analysis)).toEqual(["/margins/onePoint/lose must be number"]);
});
