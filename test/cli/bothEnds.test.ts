import * as fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildPackage, type BuiltPackage } from "../builtPackage.js";

let folder: string;
let ninefold: BuiltPackage;
beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(tmpdir(), "ninefold-ends-"));
  ninefold = await buildPackage();
});
afterAll(() => {
  ninefold.remove();
  fs.rmSync(folder, { recursive: true });
});

it("two processes take reports from both ends of their list", async () => {
  const names = ["a", "b", "c", "d", "e", "f"];
  const files = names.map((name) => {
    const file = path.join(folder, `${name}.html`);
    fs.writeFileSync(
      file,
      `<!doctype html><notebook><title>${name}</title><script id="1" type="module">
        display(\`made by \${globalThis.process.pid}.\`)</script></notebook>`,
    );
    return file;
  });
  const out = path.join(folder, "out");
  const args = ["--workers", "2", "--format", "html", "--out", out];
  const { code, stderr } = await ninefold.run("report", ...files, ...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const makers = names.map((name) => {
    const page = fs.readFileSync(path.join(out, `${name}.html`), "utf8");
    return /made by (\d+)\./.exec(page)?.[1];
  });
  expect(makers).not.toContain(undefined);
  // One made those up to some place, the other those from there on.
  const changes = makers.filter((maker, i) => i > 0 && maker !== makers[i - 1]);
  expect(changes).toHaveLength(1);
});
