import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readDescriptor, repositoryData } from "../../src/datapackage/descriptor.js";
import { integrityProblems } from "../../src/datapackage/integrity.js";

const dir = mkdtempSync(join(tmpdir(), "ninefold-integrity-"));
afterAll(() => rmSync(dir, { recursive: true }));

const sha256 = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;
const [some] = readDescriptor().resources;
const problemsOf = (stated: string, written: string | null) => {
  rmSync(join(dir, "a.csv"), { force: true });
  if (written !== null) writeFileSync(join(dir, "a.csv"), written);
  const resource = { ...some, path: "a.csv", bytes: stated.length, hash: sha256(stated) };
  return integrityProblems({ resources: [resource] }, dir, (path) => `data/${path}`);
};

describe("the files of a folder", () => {
  it("are those that its descriptor states", () => {
    expect(problemsOf("a,b\n1,2\n", "a,b\n1,2\n")).toEqual([]);
    expect(integrityProblems(readDescriptor(), repositoryData, (path) => path)).toEqual([]);
  });

  it("are told by what they hold, where they are as long", () => {
    expect(problemsOf("a,b\n1,2\n", "a,b\n1,3\n")).toEqual([
      `data/a.csv: file: expected ${sha256("a,b\n1,2\n")}, as datapackage.json states: ${sha256("a,b\n1,3\n")}`,
    ]);
  });

  it("are told by their size, and by not being there", () => {
    expect(problemsOf("a,b\n", "a,b\n ")[0]).toBe(
      "data/a.csv: file: expected 4 bytes, as datapackage.json states: 5",
    );
    expect(problemsOf("a,b\n", null)).toEqual([
      "data/a.csv: file: expected a file, as datapackage.json states",
    ]);
  });
});
