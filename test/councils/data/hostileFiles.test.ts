import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { validateDirectory } from "../../../src/councils/data/validateDirectory.js";
import { readDescriptor, repositoryData } from "../../../src/datapackage/descriptor.js";
import { ExpectedError } from "../../../src/errors.js";

/** Any file of data may hold anything: it is a few lines that say what is wrong, never a stack. */

const root = mkdtempSync(join(tmpdir(), "ninefold-hostile-"));
afterAll(() => rmSync(root, { recursive: true }));

const descriptor = readDescriptor();
const tables = new Map(
  descriptor.resources.flatMap((one) =>
    one.profile === "tabular-data-resource"
      ? [[one.path, one.schema.fields.map(({ name }) => name)] as const]
      : [],
  ),
);
const paths = [...descriptor.resources.map(({ path }) => path), "datapackage.json"];
const deep = (open: string, close: string, inside = "") =>
  open.repeat(100_000) + inside + close.repeat(100_000);
const unknown = Array.from({ length: 200_000 }, (_, i) => `c${i}`).join(",");

const real = (path: string) => readFileSync(join(repositoryData, path), "utf8");
/** What stands beside the file: what has to, and the start of what takes longest to read. */
const beside = {
  "assessments.csv": real("assessments.csv"),
  "context/ascof_long.csv": real("context/ascof_long.csv").split("\n").slice(0, 3).join("\n"),
};

let made = 0;
/** What is said of a folder with one file of this content: lines, or none where it may stand. */
function saidOf(path: string, content: string): readonly string[] {
  const dir = join(root, String(made++));
  for (const [name, text] of Object.entries({ ...beside, [path]: content })) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  const lines: string[] = [];
  for (const read of [() => validateDirectory(dir).problems, () => readDataset({ dir }) && []])
    try {
      lines.push(...read());
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      lines.push(...error.problems);
    }
  return lines;
}

describe.each(paths)("%s", (path) => {
  it.each([
    ["a line end", "\n"],
    ["one letter", "x"],
    ["a quote", '"'],
    ["two line ends", "\n\n"],
    ["a byte order mark", "\ufeff"],
  ])("of %s is a problem", (_name, content) => {
    const said = saidOf(path, content);
    expect(said.length).toBeGreaterThan(0);
    expect(said.every((line) => line.includes(path) && line.length < 1000)).toBe(true);
  });

  it.each([
    ["of lists", deep("[", "]")],
    ["of objects", deep('{"a":', "}", "1")],
    [
      "in an object",
      `{"vintage":${deep("[", "]")},"levels":${deep("[", "]")},"id":${deep('{"a":', "}", "1")}}`,
    ],
  ])("of JSON 100,000 levels deep, %s, is no stack", (_name, content) => {
    const said = saidOf(path, content);
    expect(said.every((line) => line.length < 2000)).toBe(true);
    if (tables.has(path)) expect(said.length).toBeGreaterThan(0);
  });

  const columns = tables.get(path);
  if (columns)
    it.each([
      ["unknown columns alone", unknown],
      ["its own and unknown columns", `${columns.join(",")},${unknown}`],
      ["its own columns many times", Array(2000).fill(columns.join(",")).join(",")],
    ])("with %s has one problem for all of them", (_name, header) => {
      const said = saidOf(path, `${header}\n${header}\n`);
      expect(said.length).toBeGreaterThan(0);
      expect(said.length).toBeLessThan(10);
      expect(said.join("\n")).toContain("expected at most 500 columns");
    });
});
