import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ExpectedError } from "../../../src/errors.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { validateDirectory } from "../../../src/councils/data/validateDirectory.js";

/** A directory per case: the files, and in expected.txt every line that validation gives. */
const cases = readdirSync("test/cases/data").map((name) => {
  const dir = `test/cases/data/${name}`;
  return {
    name,
    dir,
    expected: readFileSync(`${dir}/expected.txt`, "utf8").split("\n").slice(0, -1),
  };
});
const passing = cases.filter(({ name }) => name.startsWith("passes-"));

function problemsOf(dir: string): readonly string[] {
  try {
    return validateDirectory(dir).problems;
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    return error.problems;
  }
}

test.each(cases)("$name: gives the problems of its files and no others", ({ dir, expected }) => {
  expect(problemsOf(dir)).toEqual(expected);
});

test("a case expects problems unless its name says that it passes", () => {
  expect(passing.length).toBeGreaterThan(0);
  for (const { expected, name } of cases)
    expect(expected.length === 0, name).toBe(name.startsWith("passes-"));
});

test.each(passing)("$name: is read as a dataset", ({ dir }) => {
  expect(readDataset({ dir }).assessments.length).toBeGreaterThan(0);
});
