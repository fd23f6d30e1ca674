import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
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

it("takes the package's notebook where a folder has its name, as `--out .` makes one", () => {
  mkdirSync(path.join(dir, "council"));
  const main = new URL("../../src/cli/main.ts", import.meta.url).href;
  const script = `import { main } from ${JSON.stringify(main)};
    await main(["report", "council", "--council", "Nowhere"]);`;
  const tsx = import.meta.resolve("tsx");
  const args = ["--import", tsx, "--input-type=module", "-e", script];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: dir, encoding: "utf8" });
  // It went as far as to look for the council.
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: "expected a council's ONS code or its name: Nowhere\n",
  });
});
