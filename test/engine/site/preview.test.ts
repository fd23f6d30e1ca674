import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { toProse } from "../../../src/engine/report/block.js";
import { preview, type Preview } from "../../../src/engine/site/preview.js";
import { previewFiles } from "../../../src/engine/site/previewFiles.js";
import { bundleProblems } from "../../../src/engine/site/bundleProblems.js";
import { project } from "../../../src/project.js";
import { madeUp } from "../../madeUp.js";

let folder: string;
let opened: Preview | undefined;
let builds: (readonly string[])[];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "ninefold-preview-"));
  builds = [];
});
afterEach(async () => {
  await opened?.close();
  opened = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string) => path.join(folder, name);
const write = (name: string, cell: string) =>
  writeFileSync(
    at(name),
    `<!doctype html><notebook><title>Made up</title>
  <script id="1" type="module">
    ${cell}
  </script>
</notebook>`,
  );

/** Opens a preview of notebooks; each build's problems are noted. */
async function open(files: string | readonly string[], watched: readonly string[] = []) {
  const paths = [files].flat().map(at);
  const options = {
    project,
    data: madeUp(["223333333"]),
    params: { set: "complete", council: null } as const,
    title: "Made up",
    footer: toProse("The end."),
  };
  opened = await preview({
    make: (head) => previewFiles(paths, { ...options, head }),
    watched: () => [...paths, ...watched],
    onBuilt: (problems) => builds.push(problems),
  });
  return opened;
}

const next = (count: number) =>
  vi.waitUntil(() => builds.length >= count, { timeout: 60_000, interval: 20 });

describe("a preview", () => {
  test("says what is misspelt, and goes on when it is mended", async () => {
    writeFileSync(at("rows.json"), "{}");
    write("nb.html", 'const rows = await FileAttachment("rows.json").json();');
    await open("nb.html");
    write("nb.html", 'const rows = await FileAttachment("rowz.json").json();');
    await next(2);
    expect(builds[1]).toEqual([
      `${at("nb.html")}:3:24: cell rows: FileAttachment: there is no such file: rowz.json`,
    ]);
    write("nb.html", 'const rows = await FileAttachment("rows.json").json(); display("mended");');
    await next(3);
    expect(builds[2]).toEqual([]);
  });

  const textOf = async (asked: string) => (await fetch(opened!.address + asked)).text();

  test("opens with what is wrong on the page where the first build fails, and goes on", async () => {
    write("nb.html", 'const rows = await FileAttachment("rows.json").json();');
    write("other.html", "display(1);");
    await open(["nb.html", "other.html"]);
    const line = `${at("nb.html")}:3:24: cell rows: FileAttachment: there is no such file: rows.json`;
    expect(builds).toEqual([[line]]);
    expect(await textOf("/live/nb.html")).toContain(line);
    expect(await textOf("/live/nb.html")).toContain("/reload.js");
    expect(await textOf("/live/other.html")).not.toContain("cannot be made");
    expect(await textOf("/")).toContain("live/nb.html");
    // The file comes, and the notebook itself is not touched.
    writeFileSync(at("rows.json"), "{}");
    await next(2);
    expect(builds[1]).toEqual([]);
    expect(await textOf("/live/nb.html")).not.toContain("cannot be made");
  });

  test("keeps a page that was good beside one that is made anew", async () => {
    write("a.html", "display(1);");
    write("b.html", "display(1);");
    await open(["a.html", "b.html"]);
    const before = await textOf("/live/a.html");
    const script = /src="\.\.(\/assets[^"]+)"/.exec(before)![1];
    write("a.html", "display(");
    await next(2);
    write("b.html", "display(22);");
    await next(3);
    expect(builds[2]).toEqual([
      `${at("a.html")}:3:13: cell 1: Unexpected token: the cell ends here`,
    ]);
    expect(await textOf("/live/a.html")).toBe(before);
    expect((await fetch(opened!.address + script)).status).toBe(200);
    expect(await textOf("/live/b.html")).not.toContain(
      "version=" + /version=([^"]+)/.exec(before)![1],
    );
  });

  test("names the place of an import that is not installed, and the file that does not parse", async () => {
    write("nb.html", 'import {sankey} from "d3-sankey-absent"; display(1);');
    await open("nb.html");
    expect(builds[0]).toEqual([
      `${at("nb.html")}:3:5: cell 1: import "d3-sankey-absent": no such package is installed: npm install d3-sankey-absent`,
    ]);
    write("nb.html", 'import {n} from "./helper.js"; display(n);');
    writeFileSync(at("helper.js"), "export const n = ;");
    await next(2);
    expect(builds.at(-1)![0]).toMatch(/helper\.js:1:\d+: /);
    const before = builds.length;
    writeFileSync(at("helper.js"), "export const n = 1;");
    await next(before + 1);
    expect(builds.at(-1)).toEqual([]);
  });

  test("watches what the notebook imports and attaches, and nothing else beside it", async () => {
    writeFileSync(at("rows.json"), "{}");
    writeFileSync(at("deep.js"), "export const n = 1;");
    writeFileSync(at("helper.js"), 'export { n } from "./deep.js";');
    write("nb.html", 'import {n} from "./helper.js"; FileAttachment("rows.json"); display(n);');
    await open("nb.html");
    writeFileSync(at("run.log"), "a log that something writes");
    writeFileSync(at("deep.js"), "export const n = 22;");
    await next(2);
    writeFileSync(at("rows.json"), '{"n": 7}');
    await next(3);
    expect(builds).toEqual([[], [], []]);
  });

  test("outlives a watched folder that goes away", async () => {
    mkdirSync(at("data"));
    write("nb.html", "display(1);");
    await open("nb.html", [at("data")]);
    renameSync(at("data"), at("away"));
    await next(2);
    renameSync(at("away"), at("data"));
    await next(3);
    write("nb.html", "display(12345);");
    await next(4);
    expect(builds.every((problems) => problems.length === 0)).toBe(true);
  });

  test("outlives its notebook", async () => {
    write("nb.html", "display(1);");
    await open("nb.html");
    rmSync(at("nb.html"));
    await next(2);
    expect(builds[1]).toEqual([`${at("nb.html")}: no such notebook`]);
    write("nb.html", "display(1);");
    await next(3);
    expect(builds[2]).toEqual([]);
  });

  test("is shown in no other page's frame", async () => {
    write("nb.html", "display(1);");
    const { address } = await open("nb.html");
    for (const asked of ["/", "/live/nb.html", "/absent"])
      expect((await fetch(address + asked)).headers.get("x-frame-options")).toBe("DENY");
  });
});

describe("what a bundler says", () => {
  const frame = "\n   ╭─[ helper.js:1:18 ]\n   │\n 1 │ export const x = ;\n───╯\n";
  test.each([
    [
      `Build failed with 1 error:\n\n[PARSE_ERROR] Unexpected token${frame}`,
      "helper.js:1:18: cannot be bundled for a page: Unexpected token",
    ],
    [
      "Build failed with 1 error:\n\n[plugin ninefold-notebooks]\nError: no such package",
      "a.html: cannot be bundled for a page: no such package",
    ],
    [
      '[plugin x] [MISSING_EXPORT] "a" is not exported',
      'a.html: cannot be bundled for a page: "a" is not exported',
    ],
    [
      "[rolldown:vite-resolve] plugin `x` threw an error\n\nCaused by:\n    not for browsers\n\nStack backtrace:\n  0: <unknown>",
      "a.html: cannot be bundled for a page: not for browsers",
    ],
    [
      `[MISSING_EXPORT] "b" is not exported by "src/c.ts".${frame.replace("helper.js:1", "\\0made:a:2")}`,
      'a.html:7:5: cell 1: import "c": it does not export b',
    ],
    ["Build failed with 1 error:\n", "a.html: cannot be bundled for a page: no reason is given"],
  ])("has its reason in one line: %j", (message, reason) => {
    const imports = new Map([["c", "a.html:7:5: cell 1: "]]);
    const source = 'import x from "d";\nimport { "b" as y } from "c";';
    const entries = [{ id: "a", file: "a.html", source, imports }];
    const options = { root: process.cwd(), prefix: "made:", entries };
    expect(bundleProblems(new Error(message), options)).toEqual([reason]);
  });
});
