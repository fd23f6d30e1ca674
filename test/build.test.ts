import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";

const script = fileURLToPath(new URL("../scripts/build.js", import.meta.url));
const out = mkdtempSync(path.join(tmpdir(), "ninefold-build-"));
const compiled = path.join(out, "errors.js");
const command = path.join(out, "cli", "main.cjs");

function build() {
  const { status, stderr } = spawnSync(process.execPath, [script, out], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
}
/** Whether the build compiles: it then replaces a file whose time was set to long ago. */
function compiles() {
  const longAgo = new Date("2001-01-01");
  utimesSync(compiled, longAgo, longAgo);
  build();
  return statSync(compiled).mtimeMs > longAgo.getTime();
}

beforeAll(build, 60_000);
afterAll(() => rmSync(out, { recursive: true }));

it("compiles nothing where nothing changed", () => {
  // A file of the sources or a package may have changed less than a second before.
  const later = new Date(Date.now() + 60_000);
  utimesSync(command, later, later);
  expect(compiles()).toBe(false);
});

it("compiles where a source is newer than the whole, and says that it began before it read them", () => {
  const before = Date.now();
  const early = new Date("2002-02-02");
  utimesSync(command, early, early);
  expect(compiles()).toBe(true);
  const made = statSync(command).mtimeMs;
  expect(made).toBeLessThan(before);
  expect(made).toBeGreaterThan(early.getTime());
});

it("compiles where a file that it makes is not there", () => {
  const later = new Date(Date.now() + 60_000);
  utimesSync(command, later, later);
  rmSync(path.join(out, "index.js"));
  expect(compiles()).toBe(true);
  expect(existsSync(path.join(out, "index.js"))).toBe(true);
});

it("removes what is left of a source that is gone, and nothing from another's folder", () => {
  const gone = path.join(out, "councils", "gone.js");
  writeFileSync(gone, "");
  build();
  expect(existsSync(gone)).toBe(false);
  rmSync(command);
  writeFileSync(gone, "");
  build();
  expect(existsSync(gone)).toBe(true);
});

it("goes without declarations where any package for development is left out", () => {
  const root = path.join(out, "clone");
  mkdirSync(path.join(root, "scripts"), { recursive: true });
  mkdirSync(path.join(root, "node_modules", "here"), { recursive: true });
  const types = path.join(root, "scripts", "buildTypes.js");
  copyFileSync(fileURLToPath(new URL("../scripts/buildTypes.js", import.meta.url)), types);
  writeFileSync(
    path.join(root, "package.json"),
    JSON.stringify({ type: "module", devDependencies: { here: "1.0.0", gone: "1.0.0" } }),
  );
  const { status, stdout, stderr } = spawnSync(process.execPath, [types], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(/^dist: without declarations of types/);
});
