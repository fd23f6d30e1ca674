import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { casesFolder, expectedLines } from "./cases.js";

/** The package as it is installed: built, with its dependencies, away from the sources. */
const folder = fs.mkdtempSync(path.join(tmpdir(), "ninefold-process-"));
const root = path.join(import.meta.dirname, "..", "..", "..");
/** A folder of notebooks from which no package can be found. */
const notebooks = path.join(tmpdir(), `${path.basename(folder)}-notebooks`);

const script = `
import { runNotebook } from "./dist/runNotebook.js";
const dataset = {
  assessments: [], councils: [], interventions: [], revisions: [], context: {}, files: [],
  scheme: { id: "made-up", levels: [], parts: [], themes: [], whole: { rule: "none" } }, schemes: [], profiles: {}, successors: [],
  completeTo: "2025-10-03", vintage: "2026-01-01",
};
const params = { set: "complete", council: null };
try {
  const { blocks } = await runNotebook(process.argv[2], { dataset, params });
  for (const { markdown } of blocks) console.log(markdown);
} catch (error) {
  if (error.name !== "ExpectedError") throw error;
  for (const line of error.problems) console.error(line);
  process.exitCode = error.exitCode;
}
`;

beforeAll(() => {
  fs.writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
  fs.symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
  fs.writeFileSync(path.join(folder, "run.js"), script);
  fs.mkdirSync(notebooks);
  fs.cpSync(casesFolder, notebooks, { recursive: true });
  const sources = fs.readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" });
  for (const source of sources.filter((name) => name.endsWith(".ts"))) {
    const { outputText } = ts.transpileModule(
      fs.readFileSync(path.join(root, "src", source), "utf8"),
      { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext } },
    );
    const built = path.join(folder, "dist", source.replace(/\.ts$/, ".js"));
    fs.mkdirSync(path.dirname(built), { recursive: true });
    fs.writeFileSync(built, outputText);
  }
});

afterAll(() => {
  for (const made of [folder, notebooks]) fs.rmSync(made, { recursive: true, force: true });
});

function run(notebook: string) {
  const file = path.join(notebooks, notebook);
  const { status, stdout, stderr } = spawnSync(process.execPath, ["run.js", file], {
    cwd: folder,
    encoding: "utf8",
    timeout: 60_000,
  });
  return { status, stdout, stderr: stderr.replaceAll(`${path.dirname(file)}/`, "") };
}

test("a notebook anywhere imports this package and its dependencies, and a process ends in spite of timers", () => {
  expect(run("pass/timers.html")).toEqual({ status: 0, stdout: "2 and 1.\n", stderr: "" });
});

test("a rejection that nothing handles fails its cell and leaves the process whole", () => {
  const lines = expectedLines("fail.txt").get("unhandled.html")!;
  expect(run("fail/unhandled.html")).toEqual({
    status: 1,
    stdout: "",
    stderr: lines.map((line) => `${line}\n`).join(""),
  });
});

test("failures of imports are the same under plain Node", () => {
  const lines = expectedLines("fail.txt").get("missing-import.html")!;
  expect(run("fail/missing-import.html").stderr).toEqual(lines.map((line) => `${line}\n`).join(""));
});
