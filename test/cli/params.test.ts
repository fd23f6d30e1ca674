import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../../src/cli/main.js";
import { nameSuffix } from "../../src/cli/paramNames.js";
import { casesFolder } from "../engine/notebook/cases.js";

const takes = path.join(casesFolder, "params", "takes.html");
let out: string;
beforeAll(() => {
  out = mkdtempSync(path.join(tmpdir(), "ninefold-params-"));
});
afterAll(() => rmSync(out, { recursive: true }));

async function report(...argv: string[]) {
  let [stdout, stderr] = ["", ""];
  const io = {
    stdout: (text: string) => (stdout += text),
    stderr: (text: string) => (stderr += text),
  };
  const code = await run(["report", ...argv, "--format", "html", "--out", out], io);
  return { code, stdout, stderr };
}

test("a report with other values has a name of its own, and is reused for the same values", async () => {
  expect((await report(takes)).code).toBe(0);
  const before = readFileSync(path.join(out, "takes.html"), "utf8");
  const given = ["--param", "year=2023", "--param", "region=North East"];
  expect((await report(takes, ...given)).code).toBe(0);
  const pages = readdirSync(out).filter((name) => name.endsWith(".html"));
  expect(pages).toHaveLength(2);
  const other = pages.find((name) => name !== "takes.html")!;
  expect(other).toMatch(/^takes-region-north-east-[0-9a-f]{6}-year-2023\.html$/);
  expect(readFileSync(path.join(out, other), "utf8")).toContain("North East in 2024");
  expect(readFileSync(path.join(out, "takes.html"), "utf8")).toBe(before);
  expect((await report(takes, ...given)).stdout).toContain("reused 1, built 0");
  expect((await report(takes, "--param", "year=2024")).stdout).toContain("reused 1, built 0");
});

test("what the notebook does not take is refused with all that it takes", async () => {
  const all =
    'year (a number, 2024 where it is not given), region (text, "London" where it is not given), rounded (true or false, false where it is not given), low (a number, -1.5 where it is not given), label (text, "plain" where it is not given)';
  const given = ["yaer=1", "year=x", "year=1", "council=Kent"].flatMap((one) => ["--param", one]);
  const { code, stderr } = await report(takes, ...given);
  expect(code).toBe(2);
  expect(stderr.replaceAll(takes, "takes.html").trim().split("\n")).toEqual([
    "--param year: given twice",
    `--param yaer: the notebook takes no such parameter: takes.html: it takes ${all}`,
    `--param year: expected a number: x: takes.html: it takes ${all}`,
    `--param council: the notebook takes no such parameter (use --council): takes.html: it takes ${all}`,
  ]);
  expect((await report("national", "--param", "a=1")).stderr).toContain("it takes none of its own");
  expect((await report(takes, "--param", "year")).code).toBe(2);
});

test("no two values give the same name", () => {
  const values = ["north-east", "North East", "north east", "", "é", "1.5", "1-5", "-1.5"];
  expect(new Set(values.map((x) => nameSuffix({ x }))).size).toBe(values.length);
  for (const x of values) expect(`a${nameSuffix({ x })}`).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(nameSuffix({ b: true, aB: -2 })).toMatch(/^-ab-[0-9a-f]{6}-2-[0-9a-f]{6}-b-true$/);
  expect(nameSuffix({ a: "b-c-d" })).not.toBe(nameSuffix({ a: "b", c: "d" }));
  expect(nameSuffix({})).toBe("");
});
