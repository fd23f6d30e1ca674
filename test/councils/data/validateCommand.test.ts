import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { validate } from "../../../src/cli/validate.js";

function outputOf(dir?: string): string {
  let out = "";
  validate(dir, { stdout: (text) => (out += text), stderr: () => undefined });
  return out;
}

function thrown(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("expected an error");
}

test("says in one line what was checked", () => {
  // 14 tables of councils, of which one is empty, 6 of schemes, 2 maps and 6 schemes; 163 + 147 + 11 +
  // 356 + 747 + 1372 + 124 + 7 + 3 + 153 + 10 + 16963 + 153 + 143 + 29 + 153 + 153 + 153 + 153 rows;
  // and 1 row of disputed scores, 89 of two tables of services and 1530 of statistical neighbours.
  const [valid, ...totals] = outputOf().trimEnd().split("\n");
  expect(valid).toBe("valid: 33 files, 22613 rows");
  // What CQC counted; test/councils/analysis/publishedTotals.test.ts has the numbers.
  expect(totals).toHaveLength(7);
  expect(totals[3]).toBe("CQC: 72 by 3 October 2025: met");
  expect(totals[4]).toBe(
    "CQC: 85 by 30 November 2025: short by 6: so many are missing, or are among 6 whose date is not known",
  );
  expect(outputOf("test/cases/data/passes-one-council")).toBe("valid: 3 files, 2 rows\n");
});

test("fails with every problem", () => {
  const dir = "test/cases/data/several-files";
  const problems = readFileSync(`${dir}/expected.txt`, "utf8").trimEnd().split("\n");
  expect(thrown(() => outputOf(dir))).toMatchObject({ problems, exitCode: 1 });
});

test("fails as bad usage where the directory is not there", () => {
  expect(thrown(() => outputOf("no/such/place"))).toMatchObject({
    problems: ["no/such/place: no such directory"],
    exitCode: 2,
  });
});
