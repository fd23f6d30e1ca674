import { createHash } from "node:crypto";
import * as fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseHTML } from "linkedom";
import { expect } from "vitest";
import type { Manifest } from "../../src/engine/report/manifest.js";

/** Notebooks on a council, each for a test. */
export const cases = fileURLToPath(new URL("../cases/notebooks/council/", import.meta.url));

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

export const manifestOf = (out: string) =>
  JSON.parse(fs.readFileSync(path.join(out, "manifest.json"), "utf8")) as Manifest;

/** The hash of every file below a folder but its manifest, by its path. */
export function filesOf(out: string): Map<string, string> {
  const names = fs
    .readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "manifest.json")
    .map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(
    names.sort().map((name) => [path.relative(out, name), sha256(fs.readFileSync(name))]),
  );
}

/** The files are those that the manifest lists, whole. */
export function expectWhole(out: string) {
  const { outputs, pending } = manifestOf(out);
  expect(pending).toBeUndefined();
  const listed = outputs.map((entry): [string, string] => [entry.path, entry.sha256]);
  expect([...filesOf(out)]).toEqual(listed);
}

/** A page, read by the parser that is fast enough for all of them. */
export const page = (out: string, name: string, series = "councils") =>
  parseHTML(fs.readFileSync(path.join(out, series, `${name}.html`), "utf8")).document;
