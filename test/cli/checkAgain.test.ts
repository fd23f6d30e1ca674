import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { run } from "../../src/cli/main.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "ninefold-again-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("check --watch checks again what changed, a helper too, until it is ended", async () => {
  const file = path.join(folder, "nb.html");
  const helper = path.join(folder, "helper.js");
  const write = (cell: string) =>
    writeFileSync(
      file,
      `<!doctype html><notebook><title>Made up</title>\n<script id="1" type="module">${cell}</script></notebook>`,
    );
  let said = "";
  const note = (text: string) => (said += text.replaceAll(`${folder}/`, ""));
  const times = (text: string) => said.split(text).length - 1;
  const waits = (count: number) =>
    vi.waitUntil(() => times("waiting for a change") >= count, { timeout: 120_000, interval: 20 });
  writeFileSync(helper, "export const n = 1;");
  write('import {n} from "./helper.js"; const two = n + 1;');
  const ended = run(["check", "--watch", file], { stdout: note, stderr: note });
  await waits(1);
  expect(said).toBe("1 notebook checked\nwaiting for a change (Ctrl-C ends it)\n");
  write('import {n} from "./helper.js"; const two = m + 1;');
  await waits(2);
  expect(said).toContain("nb.html:2:73: cell two: TS2304: Cannot find name 'm'.");
  write('import {n} from "./helper.js"; const two = n.length;');
  await waits(3);
  writeFileSync(helper, 'export const n = "text";');
  await waits(4);
  expect(times("1 notebook checked\n")).toBe(2);
  process.emit("SIGINT");
  expect(await ended).toBe(0);
}, 300_000);
