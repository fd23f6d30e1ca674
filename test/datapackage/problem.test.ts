import { expect, test } from "vitest";
import { problemLine, showValue } from "../../src/datapackage/problem.js";

test.each([
  ["", "(blank)"],
  ["5", "5"],
  [" 3", '" 3"'],
  ["a\nb\tc\r", "a\\nb\\tc\\r"],
  ["\u001b[31m", "\\x1b[31m"],
  ["\u202etxt", "\\u{202e}txt"],
  ["\u2028", "\\u{2028}"],
  ["\ufeffgss", "\\u{feff}gss"],
  ["😀".repeat(81), `${"😀".repeat(80)}…`],
  ["x".repeat(80), "x".repeat(80)],
])("%j is shown as %j", (value, shown) => {
  expect(showValue(value)).toBe(shown);
});

test("a line has the parts that the problem has", () => {
  const problem = { column: "qs4", what: "expected 1 or 2" };
  expect(problemLine("a.csv", { ...problem, line: 3, value: "5" })).toBe(
    "a.csv:3: qs4: expected 1 or 2: 5",
  );
  expect(problemLine("a.csv", problem)).toBe("a.csv: qs4: expected 1 or 2");
});
