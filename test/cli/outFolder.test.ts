import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../../src/cli/main.js";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const quick = `<!doctype html>
<notebook>
  <title>Mine</title>
  <script id="1" type="module">
    display(dataset.councils.length);
  </script>
</notebook>
`;

let dir: string;
let data: string;
let notebook: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), "ninefold-folder-"));
  data = path.join(dir, "project", "data");
  cpSync(path.join(repository, "data", "assessments.csv"), path.join(data, "assessments.csv"), {
    recursive: true,
  });
  mkdirSync(path.join(dir, "notebooks"));
  notebook = path.join(dir, "notebooks", "mine.html");
  writeFileSync(notebook, quick);
});
afterEach(() => rmSync(dir, { recursive: true }));

async function ran(...argv: string[]) {
  let [stdout, stderr] = ["", ""];
  const code = await run(argv, {
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
  });
  return { code, stdout, stderr };
}

/** Every file below a folder with what it holds. */
function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(
    names.sort().map((name) => [path.relative(folder, name), readFileSync(name, "utf8")]),
  );
}

async function expectRefused(argv: readonly string[], out: string, why: string) {
  const before = filesIn(dir);
  for (const force of [[], ["--force"]])
    expect(await ran(...argv, "--out", out, ...force)).toEqual({
      code: 2,
      stdout: "",
      stderr: `--out: ${out} ${why}: choose another folder\n`,
    });
  expect(filesIn(dir)).toEqual(before);
}

describe.each(["report", "site"])("%s refuses to write among what it reads:", (command) => {
  it.each([
    ["the folder that holds the data", "project", "holds"],
    ["the folder of data", "project/data", "holds"],
    ["a folder above", ".", "holds"],
    ["a folder in the data", "project/data/context", "lies in"],
    ["one that is not there yet", "project/data/new/reports", "lies in"],
  ])("%s", async (_, place, how) => {
    const why = `${how} the data in ${data}`;
    await expectRefused([command, notebook, "--data", data], path.join(dir, place), why);
  });

  it("by way of links", async () => {
    const [toProject, toData] = [path.join(dir, "to-project"), path.join(dir, "to-data")];
    symlinkSync(path.join(dir, "project"), toProject);
    symlinkSync(data, toData);
    const args = [command, notebook, "--data"];
    await expectRefused([...args, data], toProject, `holds the data in ${data}`);
    await expectRefused([...args, toData], path.dirname(data), `holds the data in ${toData}`);
    await expectRefused([...args, toData], path.join(data, "x"), `lies in the data in ${toData}`);
    await expectRefused([...args, data], path.join(toData, "x"), `lies in the data in ${data}`);
  });

  it("the package's own data, whatever other data are read", async () => {
    const own = path.join(repository, "data");
    await expectRefused([command, notebook], repository, `holds the data in ${own}`);
    const args = [command, notebook, "--data", data];
    await expectRefused(args, path.join(own, "raw"), `lies in the data in ${own}`);
  });

  it("the folder of a notebook", async () => {
    const folder = path.dirname(notebook);
    await expectRefused([command, notebook], folder, `is the folder of the notebook ${notebook}`);
    const linked = path.join(dir, "mine.html");
    symlinkSync(notebook, linked);
    for (const out of [folder, dir])
      await expectRefused(
        [command, linked, "--data", path.join(repository, "data")],
        out,
        `is the folder of the notebook ${linked}`,
      );
  });
});

it("a site never takes files for its own that have the bytes it would write", async () => {
  const [out, other] = [path.join(dir, "project"), path.join(dir, "other")];
  cpSync(path.join(repository, "data", "revisions.csv"), path.join(data, "revisions.csv"));
  cpSync(data, other, { recursive: true });
  const before = filesIn(dir);
  const { code, stderr } = await ran("site", notebook, "--data", other, "--out", out);
  expect(code).toBe(1);
  const line = (name: string) =>
    `${path.join(data, name)}: not listed as made by Ninefold: move it, or choose another folder\n`;
  expect(stderr).toBe(line("assessments.csv") + line("revisions.csv"));
  expect(filesIn(dir)).toEqual(before);
  expect(existsSync(path.join(out, "manifest.json"))).toBe(false);
});

it("a project that has installed the package may be written into", async () => {
  // As it is for `report --out .` in a project's folder: nothing made lies in node_modules.
  const project = path.join(dir, "web");
  const installed = path.join(project, "node_modules", "ninefold", "data");
  cpSync(data, installed, { recursive: true });
  const args = ["report", notebook, "--data", installed, "--format", "html", "--out", project];
  expect(await ran(...args)).toMatchObject({ code: 0, stderr: "" });
  const inside = ["report", notebook, "--data", installed];
  const out = path.dirname(installed);
  await expectRefused(inside, out, `holds the data in ${installed}`);
});

describe("a report whose notebook is gone", () => {
  it("stays, and each run says so until it or the notebook is dealt with", async () => {
    const out = path.join(dir, "reports");
    const other = path.join(dir, "notebooks", "other.html");
    writeFileSync(other, quick.replace("Mine", "Other"));
    const make = (...files: string[]) =>
      ran("report", ...files, "--data", data, "--out", out, "--format", "html");
    expect(await make(notebook, other)).toMatchObject({ code: 0, stderr: "" });
    const { notebooks } = JSON.parse(readFileSync(path.join(out, "manifest.json"), "utf8")) as {
      notebooks: unknown;
    };
    expect(notebooks).toEqual({
      mine: "../notebooks/mine.html",
      other: "../notebooks/other.html",
    });
    rmSync(notebook);
    const line = `warning: ${path.join(out, "mine")}: ${notebook}, which it was made from, is no longer there: delete its files, or put the notebook back\n`;
    for (let again = 0; again < 2; again++)
      expect(await make(other)).toMatchObject({ code: 0, stderr: line });
    expect(existsSync(path.join(out, "mine.html"))).toBe(true);
    writeFileSync(notebook, quick);
    expect(await make(other)).toMatchObject({ code: 0, stderr: "" });
  });

  it("is not looked for where its place says nothing: in a folder far from its notebook", async () => {
    const out = path.join(dir, "a", "b", "reports");
    const made = ["report", notebook, "--data", data, "--out", out, "--format", "html"];
    expect(await ran(...made)).toMatchObject({ code: 0 });
    expect(readFileSync(path.join(out, "manifest.json"), "utf8")).not.toContain("notebooks");
  });
});
