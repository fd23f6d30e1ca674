import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../../src/cli/main.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "ninefold-repeatable-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Makes a report of a cell, and gives what is said of it. */
async function made(name: string, cell: string) {
  const file = path.join(folder, `${name}.html`);
  writeFileSync(
    file,
    `<!doctype html><notebook><title>${name}</title>
  <script id="1" type="module">
    ${cell}
  </script>
</notebook>`,
  );
  let [said, warned] = ["", ""];
  const io = {
    stdout: (text: string) => void (said += text),
    stderr: (text: string) => void (warned += text),
  };
  const out = path.join(folder, "out");
  expect(await run(["report", file, "--format", "html", "--out", out], io)).toBe(0);
  return { said, warned: warned.replaceAll(`${folder}/`, "") };
}

const differs = "so the report differs each time it is made, and is made anew each time";

test.each([
  ["now", "const at = Date.now();", "now.html:3:16: cell at: reads the clock (Date.now)"],
  ["date", "const at = new Date();", "date.html:3:16: cell at: reads the clock (new Date())"],
  ["text", "const at = Date();", "text.html:3:16: cell at: reads the clock (Date())"],
  ["random", "const x = Math.random();", "random.html:3:15: cell x: reads chance (Math.random)"],
  [
    "uuid",
    "const x = crypto.randomUUID();",
    "uuid.html:3:15: cell x: reads chance (crypto.randomUUID)",
  ],
  [
    "package",
    'import * as jstat from "jstat"; const x = jstat.default.normal.sample(0, 1);',
    "package.html:1:1: a package draws numbers by chance (Math.random)",
  ],
])(
  "what depends on the moment or on chance says so and is made each time: %s",
  async (name, cell, line) => {
    const once = await made(name, cell);
    expect(once.warned).toBe(`warning: ${line}, ${differs}\n`);
    expect(await made(name, cell)).toEqual(once);
  },
);

test("what does not is reused, and nothing is said of it", async () => {
  const cell =
    'const at = new Date("2025-05-01"); const Math2 = {random: () => 4}; Math2.random();';
  expect((await made("fixed", cell)).warned).toBe("");
  expect((await made("fixed", cell)).said).toContain("reused 1, built 0");
});
