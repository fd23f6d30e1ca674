import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ExpectedError } from "../../src/errors.js";
import { readDataset } from "../../src/data/readDataset.js";
import { validateDirectory } from "../../src/data/validateDirectory.js";

/** A directory per case: the files, and in expected.txt every line that validation gives. */
const cases = "test/cases/data";

function problemsOf(dir: string): readonly string[] {
  try {
    return validateDirectory(dir).problems;
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    return error.problems;
  }
}

describe.each(readdirSync(cases))("%s", (name) => {
  const dir = `${cases}/${name}`;
  const expected = readFileSync(`${dir}/expected.txt`, "utf8").split("\n").slice(0, -1);

  test("gives the problems of its files and no others", () => {
    expect(problemsOf(dir)).toEqual(expected);
  });

  test("is read as a dataset only where nothing is wrong", () => {
    if (expected.length === 0) {
      expect(name).toMatch(/^passes-/);
      expect(readDataset({ dir }).assessments.length).toBeGreaterThan(0);
    } else expect(() => readDataset({ dir })).toThrow(expected.join("\n"));
  });
});
