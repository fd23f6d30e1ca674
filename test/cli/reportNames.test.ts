import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { run } from "../../src/cli/main.js";

let dir: string;
beforeEach(() => (dir = mkdtempSync(path.join(tmpdir(), "ninefold-test-"))));
afterEach(() => rmSync(dir, { recursive: true }));

async function stderrOf(argv: readonly string[]) {
  let stderr = "";
  const code = await run(argv, { stdout: () => {}, stderr: (text) => (stderr += text) });
  return { code, stderr };
}

it("refuses two notebooks of one name, which would write one another's files", async () => {
  const out = path.join(dir, "out");
  const national = path.join("notebooks", "national.html");
  expect(await stderrOf(["report", "national", national, "explore", "--out", out])).toEqual({
    code: 2,
    stderr: `notebooks of the same name, which would be one report: ${national}, ${national}\n`,
  });
  expect(existsSync(out)).toBe(false);
});

it("refuses a folder without a name", async () => {
  expect(await stderrOf(["report", "--out", ""])).toEqual({
    code: 2,
    stderr: "--out: expected a folder: (blank)\n",
  });
});
