import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Schemes } from "../../src/councils/analysis/schemes.js";
import { run } from "../../src/cli/main.js";
import { percentageOfSum, ratingOfSum } from "../../src/ratings/scheme.js";
import { scheme } from "../madeUp.js";
import { expectShape, valueAt, type Analysis } from "./analysisShape.js";

const read = (url: string) => readFileSync(new URL(url, import.meta.url), "utf8");
const councils = parse<Record<string, string>>(read("../../data/councils.csv"), { columns: true });

let dir: string;
beforeAll(() => (dir = mkdtempSync(path.join(tmpdir(), "ninefold-test-"))));
afterAll(() => rmSync(dir, { recursive: true }));

async function ninefold(...argv: string[]) {
  let [stdout, stderr] = ["", ""];
  const code = await run(argv, {
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
  });
  return { code, stdout, stderr };
}

/** A directory with assessments of the first councils, one per profile of nine digits. */
function directory(profiles: readonly string[], rating?: string): string {
  const header = read("../../data/assessments.csv").split(/\r?\n/)[0];
  const rows = profiles.map((digits, i) => {
    const known = /^[1-4]{9}$/.test(digits);
    const sum = [...digits].reduce((total, digit) => total + Number(digit), 0);
    const word = rating ?? (known ? ratingOfSum(scheme, sum) : "");
    const percentage = known && rating === undefined ? percentageOfSum(scheme, sum) : "";
    const scores = [...digits].map((digit) => (digit === "." ? "" : digit)).join(",");
    const month = String(1 + (i % 9)).padStart(2, "0");
    return (
      `${councils[i].gss_code},"${councils[i].name}",formal,published,high,${word},${percentage},` +
      `2025-${month}-01,${scores},https://example.org/,made up,`
    );
  });
  const folder = mkdtempSync(path.join(dir, "data-"));
  writeFileSync(path.join(folder, "assessments.csv"), [header, ...rows, ""].join("\n"));
  return folder;
}

async function analyse(...argv: string[]): Promise<Analysis> {
  const { code, stdout, stderr } = await ninefold("analyse", "--json", ...argv);
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout) as Analysis;
}

describe("ninefold analyse --json", () => {
  it("gives the published data's numbers, of the complete set by default", async () => {
    const analysis = await analyse("--set", "all");
    expectShape(analysis);
    // Counted in data/assessments.csv; the statistics are held to R where each is tested.
    expect(analysis.set).toBe("all");
    expect(analysis.dataset).toMatchObject({ assessments: 124, formal: 119, withNineScores: 81 });
    expect(valueAt(analysis, "distribution.n")).toBe(81);
    expect(valueAt(analysis, "rare.anyScoreOf1.count")).toBe(5);
    expect(analysis.leftOut.map(({ quantity }) => quantity)).toEqual([
      "heaping.preregistered.decision",
      "heaping.heldOut.frandsen",
    ]);
    const complete = await analyse();
    expectShape(complete);
    expect([complete.set, valueAt(complete, "distribution.n")]).toEqual(["complete", 72]);
    expect(valueAt(complete, "margins.onePoint")).toEqual({ lose: 18, gain: 4 });
    expect(valueAt(complete, "weights.leaveOneOutChanges")).toEqual([3, 2, 4, 3, 2, 1, 2, 2, 1]);
    expect(valueAt(complete, "ordinalModel.logLik")).toBeCloseTo(-397.320345, 5);
  });

  const many = Array.from({ length: 60 }, (_, i) =>
    // Every digit is 1, 2 or 3, in a pattern that does not repeat for 243 councils.
    Array.from({ length: 9 }, (_, j) => 1 + (Math.floor(i / 3 ** (j % 5)) % 3)).join(""),
  );
  it.each<[string, readonly string[], string?]>([
    ["one council", ["223333333"]],
    ["one council of which nothing is known", ["........."]],
    ["all one word", Array.from({ length: 30 }, () => "223333333")],
    ["all one score", ["111111111", "111111111", "111111111"]],
    ["no Outstanding", ["223333333", "222222223", "333333322", "222233322", "322222222"]],
    ["all ratings missing", ["223333333", "222222223", "333333322", "122233322"], ""],
    ["60 councils", many],
  ])("%s: null with a reason, and the others still come", async (_, profiles, rating) => {
    const analysis = await analyse("--data", directory(profiles, rating));
    expectShape(analysis);
    expect(valueAt(analysis, "dataset.assessments")).toBe(profiles.length);
  });

  it("says which quantities lack what they need", async () => {
    const { leftOut, ...analysis } = await analyse("--data", directory(["223333333"]));
    const reasonOf = (quantity: string) => leftOut.find((one) => one.quantity === quantity)?.reason;
    expect(reasonOf("pairs.reversal")).toMatch(/no pair/);
    expect(reasonOf("drift.tauB")).toBe("fewer than two councils");
    expect(reasonOf("ordinalModel.logLik")).toMatch(/fewer than two councils/);
    expect(reasonOf("regions.kruskalWallis")).toMatch(/fewer than two regions/);
    expect((analysis.margins as { n: number }).n).toBe(1);
  });
});

describe("ninefold analyse", () => {
  it("prints a short summary", async () => {
    const { code, stdout, stderr } = await ninefold("analyse", "--set", "complete");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout.split("\n").length).toBeLessThan(15);
    expect(stdout).toContain("72 of 153 councils with nine scores");
    expect(stdout).toContain("1 Inadequate, 21 Requires improvement, 48 Good and 2 Outstanding");
    expect(stdout).toContain("18 from a lower one, 4 from a higher one");
    expect(stdout).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  it("prints what words tell in every scheme", async () => {
    const json = await ninefold("analyse", "--schemes", "--json");
    expect([json.code, json.stderr]).toEqual([0, ""]);
    const { schema, schemes } = JSON.parse(json.stdout) as Schemes;
    expect(schema).toBe("ninefold.schemes/1");
    expect(Object.keys(schemes)).toEqual(
      expect.arrayContaining(["cqc-councils-2023", "ofsted-ilacs-2018", "ofsted-ilacs-2023", "cqc-services", "scotland-care-homes"]), // prettier-ignore
    );
    const text = await ninefold("analyse", "--schemes");
    expect(text.stdout).toContain("41 of 50");
    expect(text.stdout).not.toMatch(/NaN|undefined|null|Infinity/);
    expect((await ninefold("analyse", "--schemes", "--set", "all")).code).toBe(2);
  });

  it("says not known where nothing is", async () => {
    const { code, stdout } = await ninefold("analyse", "--data", directory(["........."]));
    expect(code).toBe(0);
    expect(stdout).toContain("Cronbach's alpha: not known.");
    expect(stdout).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  it("says in one line what is wrong", async () => {
    const missing = await ninefold("analyse", "--json", "--data", path.join(dir, "absent"));
    expect([missing.code, missing.stdout]).toEqual([2, ""]);
    expect(missing.stderr).toMatch(/^[^\n]*absent[^\n]*\n$/);
    const bad = await ninefold("analyse", "--json", "--data", directory(["223333335"]));
    expect([bad.code, bad.stdout]).toEqual([1, ""]);
    expect(bad.stderr).toMatch(/assessments\.csv:2: qs9: [^\n]*: 5\n/);
    const usage = await ninefold("analyse", "--set", "some");
    expect(usage.code).toBe(2);
  });
});
