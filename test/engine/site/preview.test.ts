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

/** Opens a preview of a notebook; each build's problems are noted. */
async function open(file: string, watched: readonly string[] = []) {
  const options = {
    project,
    data: madeUp(["223333333"]),
    params: { set: "complete", council: null } as const,
    title: "Made up",
    footer: toProse("The end."),
  };
  opened = await preview({
    make: (head) => previewFiles([at(file)], { ...options, head }),
    watched: () => [at(file), ...watched],
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
  }, 120_000);

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
  }, 120_000);

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
  }, 120_000);

  test("outlives its notebook", async () => {
    write("nb.html", "display(1);");
    await open("nb.html");
    rmSync(at("nb.html"));
    await next(2);
    expect(builds[1]).toEqual([`${at("nb.html")}: no such notebook`]);
    write("nb.html", "display(1);");
    await next(3);
    expect(builds[2]).toEqual([]);
  }, 120_000);

  test("is shown in no other page's frame", async () => {
    write("nb.html", "display(1);");
    const { address } = await open("nb.html");
    for (const asked of ["/", "/live/nb.html", "/absent"])
      expect((await fetch(address + asked)).headers.get("x-frame-options")).toBe("DENY");
  }, 60_000);
});

describe("what a bundler says", () => {
  const frame = "\n   ╭─[ helper.js:1:18 ]\n   │\n 1 │ export const x = ;\n───╯\n";
  test.each([
    [
      `Build failed with 1 error:\n\n[PARSE_ERROR] Unexpected token${frame}`,
      "helper.js:1:18: Unexpected token",
    ],
    [
      "Build failed with 1 error:\n\n[plugin ninefold-notebooks]\nError: no such package",
      "no such package",
    ],
    ['[plugin x] [MISSING_EXPORT] "a" is not exported', '"a" is not exported'],
    ["Build failed with 1 error:\n", "no reason is given"],
  ])("has its reason in one line: %j", (message, reason) => {
    const lines = bundleProblems(new Error(message), process.cwd());
    expect(lines).toEqual([`the notebooks cannot be bundled: ${reason}`]);
  });
});
