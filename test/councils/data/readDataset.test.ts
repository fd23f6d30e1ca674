import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ExpectedError } from "../../../src/errors.js";
import { ratingsOf, type Rating } from "../../../src/ratings/scheme.js";
import type { Assessment } from "../../../src/councils/data/dataset.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { isPublishedInCompleteSet } from "../../../src/councils/data/toDataset.js";
import { scheme } from "../../madeUp.js";

const ratings = ratingsOf(scheme);

const cases = "test/cases/data";
const temporary = mkdtempSync(join(tmpdir(), "ninefold-data-"));
afterAll(() => rmSync(temporary, { recursive: true }));

function hasNine({ scores }: Assessment): boolean {
  return scores.every((score) => score !== null);
}

describe("the repository's data", () => {
  const dataset = readDataset();
  const formal = dataset.assessments.filter(({ kind }) => kind === "formal");
  const complete = formal.filter(({ inCompleteSet }) => inCompleteSet);
  const named = (name: string) => formal.find(({ council }) => council === name);

  test("hold 124 assessments, 119 formal, 81 of them with nine scores", () => {
    expect(dataset.assessments).toHaveLength(124);
    expect(formal).toHaveLength(119);
    expect(formal.filter(hasNine)).toHaveLength(81);
    expect(dataset.councils).toHaveLength(153);
  });

  // The published count on 3 October 2025, from the lowest word to the highest.
  test("have a complete set of 72 with nine scores each, in the published words", () => {
    expect(complete).toHaveLength(72);
    expect(complete.every(hasNine)).toBe(true);
    const count = (word: Rating) => complete.filter(({ rating }) => rating === word).length;
    expect(ratings.map(count)).toEqual([1, 21, 48, 2]);
  });

  test("place reports dated October 2025 by the codes that are known", () => {
    const inSet = ["Croydon", "East Sussex", "East Riding of Yorkshire", "Reading"].map(
      (name) => named(name)?.inCompleteSet,
    );
    expect(inSet).toEqual([true, true, false, false]);
  });

  test("have sums as published words and percentages say", () => {
    expect(named("York")?.sum).toBe(14);
    expect(named("Westmorland and Furness")?.sum).toBe(22);
    // Two scores and a percentage are known of North Yorkshire: ceil(100 * 29 / 36) = 81.
    expect(named("North Yorkshire")).toMatchObject({ percentage: 81, sum: 29 });
    expect(named("North Yorkshire")?.scores.filter((score) => score !== null)).toEqual([4, 3]);
    expect(named("Swindon")).toMatchObject({ status: "revised", rating: "Good", sum: null });
    expect(named("Bromley")).toMatchObject({ status: "withdrawn", inCompleteSet: false });
  });

  test("type context tables as the descriptor does", () => {
    expect(dataset.context["ascof-long"]).toHaveLength(16963);
    // The first row of the file: E06000001,1a,2015-16,20,,,373,0.3,
    expect(dataset.context["ascof-long"]?.[0]).toEqual({
      gss_code: "E06000001",
      measure: "1a",
      period: "2015-16",
      outcome: 20,
      numerator: null,
      denominator: null,
      respondents: 373,
      margin_of_error: 0.3,
      flag: null,
    });
    expect(Object.isFrozen(dataset.context["ascof-long"]?.[0])).toBe(true);
  });

  test("record the hash of everything read", () => {
    expect(dataset.files).toHaveLength(33);
    for (const { path, sha256 } of dataset.files)
      expect(createHash("sha256").update(readFileSync(path)).digest("hex")).toBe(sha256);
  });
});

describe("another directory", () => {
  test("takes what it lacks from the repository", () => {
    const dataset = readDataset({ dir: `${cases}/passes-dates` });
    expect(dataset.assessments.map(({ published }) => published)).toEqual([
      null,
      "2025-01",
      "2024-02-29",
      "2031-12-31",
    ]);
    expect(dataset.councils).toHaveLength(153);
    expect(dataset.interventions).toHaveLength(10);
    expect(dataset.completeTo).toBe("2025-10-03");
    expect(dataset.files.map(({ path }) => path)).toContain("passes-dates/assessments.csv");
    expect(dataset.files.map(({ path }) => path)).toContain("data/councils.csv");
  });

  test("with councils of its own drops what speaks of others", () => {
    const { assessments, councils, context, interventions } = readDataset({
      dir: `${cases}/passes-one-council`,
    });
    expect([assessments.length, councils.length, interventions.length]).toEqual([1, 1, 0]);
    expect(context.deprivation?.map((row) => row.gss_code)).toEqual(["E09000003"]);
    // England's values refer to no council.
    expect(context["ascof-england"]).toHaveLength(143);
  });

  test("keeps unknown scores and partly known nines as they are", () => {
    const { assessments } = readDataset({ dir: `${cases}/passes-unknown-scores` });
    // 62 stands for 22; 64 for 23; nine 3s are 27; four scores give no sum.
    expect(assessments.map(({ sum }) => sum)).toEqual([null, 22, null, 27, 23]);
    expect(assessments.map(({ rating }) => rating)).toEqual([
      null,
      "Requires improvement",
      "Good",
      null,
      null,
    ]);
    expect(assessments[2]?.scores).toEqual([2, 2, 3, 3, null, null, null, null, null]);
  });

  test("states its own completeness and vintage", () => {
    const dataset = readDataset({ dir: `${cases}/passes-own-coverage` });
    expect(dataset.completeTo).toBe("2025-01-31");
    expect(dataset.vintage).toBe("2025-02-28");
    // Its one report is dated January 2025, the month of completeTo, and listed.
    expect(dataset.assessments.map(({ inCompleteSet }) => inCompleteSet)).toEqual([true]);
  });

  test("counts a report dated by a month as published by that month's last day", () => {
    const { assessments } = readDataset({ dir: `${cases}/passes-complete-to-month-end` });
    expect(assessments.map(({ published, inCompleteSet }) => [published, inCompleteSet])).toEqual([
      ["2025-12-31", true],
      ["2025-12", true],
      ["2025-11", true],
      ["2026-01", false],
    ]);
  });

  test.each([
    ["2028-02-29", true],
    ["2028-02-28", false],
    ["2027-02-28", true],
    ["2027-04-30", true],
    ["2027-05-30", false],
  ])("complete to %s, a report dated by that month is in: %s", (completeTo, isIn) => {
    const completeness = { completeTo, completeIncludes: [] };
    expect(isPublishedInCompleteSet("E09000003", completeTo.slice(0, 7), completeness)).toBe(isIn);
  });

  test("reads a name that looks like markup as text", () => {
    const { assessments } = readDataset({ dir: `${cases}/passes-markup-as-text` });
    expect(assessments[0]?.council).toBe("<img src=x onerror=alert(1)>");
    expect(assessments[0]?.note).toBe("=1+1");
  });

  test("fails with every problem of every file", () => {
    const dir = `${cases}/several-files`;
    const expected = readFileSync(`${dir}/expected.txt`, "utf8").trimEnd();
    expect(() => readDataset({ dir })).toThrow(expected);
    expect(() => readDataset({ dir })).toThrow(ExpectedError);
  });

  test("fails in one line where it is not there, is a file, or says nothing of completeness", () => {
    const file = join(temporary, "file");
    writeFileSync(file, "");
    const usage = (dir: string, message: string) =>
      expect(() => readDataset({ dir })).toThrow(
        expect.objectContaining({ problems: [message], exitCode: 2 }),
      );
    usage(join(temporary, "none"), `${join(temporary, "none")}: no such directory`);
    usage(file, `${file}: expected a directory`);
    expect(() => readDataset({ dir: `${cases}/coverage-date-wrong` })).toThrow(
      /^test.*json: completeTo: expected a day, YYYY-MM-DD: "2025-02-30"$/,
    );
  });

  test("fails in one line where a file is too large", () => {
    const path = join(temporary, "assessments.csv");
    writeFileSync(path, Buffer.alloc(50_000_001, "x"));
    expect(() => readDataset({ dir: temporary })).toThrow(
      `${path}: file: expected at most 50 MB: 50.0 MB`,
    );
    writeFileSync(path, "x\n".repeat(250_001));
    expect(() => readDataset({ dir: temporary })).toThrow(
      `${path}:1: file: expected at most 250000 lines: 250001`,
    );
  });
});
