import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Schemes } from "../../src/councils/analysis/schemes.js";
import { run } from "../../src/cli/main.js";
import { percentageOfSum, ratingOfSum } from "../../src/ratings/scheme.js";
import { scheme } from "../madeUp.js";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
interface Analysis {
  [key: string]: Json;
  leftOut: { quantity: string; reason: string }[];
}

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

/** What every analysis has, at these places, as a number, a list of numbers, or null. */
const numbers: readonly (readonly [string, number | null])[] = [
  ["dataset.assessments", null],
  ["dataset.formal", null],
  ["dataset.withNineScores", null],
  ["dataset.withSum", null],
  ["distribution.n", null],
  ["distribution.ratingCounts.Inadequate", null],
  ["distribution.ratingCounts.Requires improvement", null],
  ["distribution.ratingCounts.Good", null],
  ["distribution.ratingCounts.Outstanding", null],
  ["margins.n", null],
  ["margins.onePoint.lose", null],
  ["margins.onePoint.gain", null],
  ["weights.leaveOneOutChanges", 9],
  ["weights.themeEqualWeightChanges", null],
  ["heaping.all.n22", null],
  ["heaping.all.n23", null],
  ["heaping.all.n24", null],
  ["variance.statement", null],
  ["variance.rating", null],
  ["variance.sumWithinRating", null],
  ["variance.residual", null],
  ["information.theilU", 9],
  ["pairs.reversal", null],
  ["pairs.hammingGood", null],
  ["pairs.shareGoodBelow3", 9],
  ["pairs.shareRIAtLeast3", 9],
  ["reliability.alpha", null],
  ["reliability.icc3", null],
  ["ordinalModel.logLik", null],
  ["ordinalModel.sigma", null],
  ["ordinalModel.thresholds", 3],
  ["ordinalModel.statements", 8],
  ["rare.anyScoreOf1.count", null],
  ["rare.anyScoreOf1.clopperPearson", 2],
  ["rare.anyScoreOf1.jeffreys", 2],
  ["rare.inadequate.count", null],
  ["rare.inadequate.clopperPearson", 2],
  ["rare.inadequate.jeffreys", 2],
  ["drift.n", null],
  ["drift.tauB", null],
  ["regions.londonAgainstRest.A", null],
  ["regions.londonAgainstRest.exactP", null],
  ["regions.kruskalWallis.chiSquareP", null],
  ["regions.kruskalWallis.permutationP", null],
  ...[0, 1, 2, 3, 4].map((i) => [`heaping.all.frandsen.${i}.p`, null] as const),
  ...[0, 1, 2, 3].flatMap((i) =>
    ["independent", "leniency"].flatMap((kernel) => [
      [`consistency.${kernel}.${i}.expected`, null] as const,
      [`consistency.${kernel}.${i}.max`, null] as const,
    ]),
  ),
];

/** The value at a place, or null where something on the way is null. */
function valueAt(analysis: Analysis, place: string): Json | undefined {
  let value: Json | undefined = analysis;
  for (const key of place.split(".")) {
    if (value === null || value === undefined) return value;
    value = (value as Record<string, Json>)[key];
  }
  return value;
}

/** Asserts the promised shape, and a reason for each null. */
function expectShape(analysis: Analysis) {
  const { leftOut } = analysis;
  const explained = (place: string) =>
    leftOut.some(({ quantity }) => place === quantity || place.startsWith(`${quantity}.`));
  const expectNumber = (value: Json, place: string) => {
    if (value === null) expect(explained(place), `${place} is null without a reason`).toBe(true);
    else expect(value, place).toBeTypeOf("number");
  };
  for (const [place, length] of numbers) {
    const value = valueAt(analysis, place);
    expect(value, place).not.toBeUndefined();
    if (length === null || value === null) expectNumber(value!, place);
    else {
      expect(value, place).toHaveLength(length);
      (value as Json[]).forEach((one, i) => expectNumber(one, `${place}.${i}`));
    }
  }
  const list = (place: string, key: string) =>
    (valueAt(analysis, place) as Record<string, Json>[]).map((point) => point[key]);
  expect(list("heaping.all.frandsen", "k")).toEqual([0, 0.05, 0.07, 0.1, 0.2]);
  for (const kernel of ["independent", "leniency"])
    expect(list(`consistency.${kernel}`, "e")).toEqual([0.05, 0.1, 0.2, 0.3]);
  for (const key of ["preregistered", "heldOut"])
    expect(valueAt(analysis, `heaping.${key}`)).toBeTypeOf("object");
  expect(analysis.schema).toBe("ninefold.analysis/1");
  for (const { quantity, reason } of leftOut) {
    expect(quantity).toMatch(/^\w/);
    expect(reason).toMatch(/^\w[^\n]+[\w%]$/);
  }
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
    const complete = await analyse("--set", "complete");
    expectShape(complete);
    expect([complete.set, valueAt(complete, "distribution.n")]).toEqual(["complete", 72]);
    expect(valueAt(complete, "margins.onePoint")).toEqual({ lose: 18, gain: 4 });
    expect(valueAt(complete, "weights.leaveOneOutChanges")).toEqual([3, 2, 4, 3, 2, 1, 2, 2, 1]);
    expect(valueAt(complete, "ordinalModel.logLik")).toBeCloseTo(-397.320345, 5);
    expect(await analyse()).toEqual(complete);
  }, 120_000);

  const many = Array.from({ length: 153 }, (_, i) =>
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
    ["153 councils", many],
  ])(
    "%s: null with a reason, and the others still come",
    async (_, profiles, rating) => {
      const analysis = await analyse("--data", directory(profiles, rating));
      expectShape(analysis);
      expect(valueAt(analysis, "dataset.assessments")).toBe(profiles.length);
    },
    60_000,
  );

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
  }, 60_000);

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
  }, 120_000);

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
