import * as fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildPackage, type BuiltPackage } from "../builtPackage.js";
import { cases, filesOf, manifestOf } from "./councilRuns.js";

/** Quick to run: a sentence on each council. */
const quick = path.join(cases, "needs-ascof.html");
let folder: string;
let ninefold: BuiltPackage;

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(tmpdir(), "ninefold-failing-"));
  ninefold = await buildPackage();
}, 600_000);
afterAll(() => {
  ninefold.remove();
  fs.rmSync(folder, { recursive: true });
});

describe("a council whose report fails", () => {
  it("is named, and the others are written; what was made before stays", async () => {
    const data = path.join(folder, "data");
    fs.mkdirSync(path.join(data, "context"), { recursive: true });
    const real = fileURLToPath(new URL("../../data/", import.meta.url));
    fs.copyFileSync(path.join(real, "assessments.csv"), path.join(data, "assessments.csv"));
    const ascof = fs.readFileSync(path.join(real, "context", "ascof_long.csv"), "utf8");
    // E06000047 is County Durham.
    const without = ascof.split("\n").filter((line) => !line.startsWith("E06000047,"));
    fs.writeFileSync(path.join(data, "context", "ascof_long.csv"), without.join("\n"));
    const out = path.join(folder, "failing");
    const args = ["report", quick, "--region", "North East", "--out", out];
    expect((await ninefold.run(...args)).code).toBe(0);
    const before = filesOf(out).get("needs-ascof/county-durham.html");
    const { code, stdout, stderr } = await ninefold.run(...args, "--data", data);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^County Durham: [^\n]*needs-ascof\.html:8:\d+: cell council, row: no row of ASCOF for E06000047\n$/,
    );
    expect(stdout).toMatch(/^built 11, failed 1: County Durham$/m);
    const after = filesOf(out);
    expect([...after.keys()].filter((name) => name.endsWith(".pdf"))).toHaveLength(12);
    expect(after.get("needs-ascof/county-durham.html")).toBe(before);
    expect(manifestOf(out).earlier!.map(({ report }) => report)).toEqual([
      "needs-ascof/county-durham",
    ]);
  });
});

describe("what is no council", () => {
  it.each([
    [
      ["--region", "Wessex"],
      "--region: expected East Midlands, East of England, London, North East, North West, South East, South West, West Midlands and Yorkshire and The Humber: Wessex",
    ],
    [["--council", "Atlantis"], "expected a council's ONS code or its name: Atlantis"],
    [
      ["national", "--all-councils"],
      "reports on councils: expected one notebook: council, national",
    ],
    [
      ["--council", "Barnet", "--all-councils"],
      "error: option '--all-councils' cannot be used with option '--council <name>'",
    ],
    [
      ["--region", "London", "--all-councils"],
      "error: option '--region <name>' cannot be used with option '--all-councils'",
    ],
  ])("is refused in one line: %s", async (args, line) => {
    const out = path.join(folder, "nowhere");
    const { code, stdout, stderr } = await ninefold.run("report", "council", ...args, "--out", out);
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: "", stderr: `${line}\n` });
    expect(fs.existsSync(out)).toBe(false);
  });
});
