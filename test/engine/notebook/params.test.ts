import path from "node:path";
import { expect, test } from "vitest";
import { checkNotebooks } from "../../../src/engine/notebook/check.js";
import { compareForms } from "../../../src/engine/notebook/forms/compareForms.js";
import { readParams, withParams } from "../../../src/engine/notebook/params.js";
import { project } from "../../../src/project.js";
import { runNotebook } from "../../../src/runNotebook.js";
import { casesFolder, failureOf, options } from "./cases.js";

const takes = path.join(casesFolder, "params", "takes.html");
const wrong = path.join(casesFolder, "params", "wrong.html");

async function said(own: Readonly<Record<string, number | string | boolean>>) {
  const { blocks, about } = await runNotebook(takes, { ...options, own });
  return {
    prose: blocks.map((block) => (block.kind === "prose" ? block.markdown.replace(/\\/g, "") : "")),
    about: about.filter((sentence) => sentence.includes("values of its own")),
  };
}

// 2024 + 1 = 2025 and -1.5 * 2 = -3, as numbers.
test("a notebook's parameters have the values that stand beside them, in every cell", async () => {
  expect(await said({})).toEqual({
    prose: ["London in 2025, -3, false, plain, 1, complete.", "The year is 2024."],
    about: [],
  });
});

test("others take their place, and the report says so", async () => {
  expect(await said({ year: 2019, label: "<b>", rounded: true })).toEqual({
    prose: ["London in 2020, -3, true, <b>, 1, complete.", "The year is 2019."],
    about: ["This was made with values of its own: year is 2019, label is <b>, rounded is true."],
  });
});

test("their types reach the check of types, and the page says what the report says", async () => {
  expect(await checkNotebooks([takes], project)).toEqual([]);
  const given = { project, ...project.live.given(options.dataset, options.params) };
  expect(await compareForms(takes, { ...given, own: { year: 2019 }, timeout: 5000 })).toEqual([]);
});

test("one without a default, with two, or with one that has no type, is a line each", async () => {
  const lines = await failureOf(wrong);
  expect(lines).toEqual([
    "wrong.html:5:18: cell year, month, day: params.year has no default: write params.year ?? 2024, or another number, text, true or false",
    "wrong.html:6:12: cell year, month, day: params.month has no default: write params.month ?? 2024, or another number, text, true or false",
    "wrong.html:9:19: cell other, when: params.day has another default elsewhere: day (a number, 1 where it is not given)",
    "wrong.html:10:18: cell other, when: params.when: expected a number, text, true or false as its default",
    'wrong.html:13:5: cell 3: import "ninefold/notebook": import each under its own name',
  ]);
});

test("texts become values of the parameter's type, or a problem", () => {
  const params = [
    { name: "year", byDefault: 2024 },
    { name: "region", byDefault: "London" },
    { name: "rounded", byDefault: false },
  ];
  const problems: string[] = [];
  const read = (...given: readonly (readonly [string, string])[]) =>
    readParams(given, params, (name, message) => problems.push(`${name}: ${message}`));
  expect(read(["year", "-1.5"], ["region", "5"], ["rounded", "true"])).toEqual({
    year: -1.5,
    region: "5",
    rounded: true,
  });
  expect(read(["year", "2024"], ["region", "London"], ["rounded", "false"])).toEqual({});
  expect(read(["year", ""], ["year", "1e999"], ["rounded", "1"], ["constructor", "x"])).toEqual({});
  expect(problems).toEqual([
    "year: expected a number: (blank)",
    "year: expected a number: 1e999",
    "rounded: expected true or false: 1",
    "constructor: the notebook takes no such parameter",
  ]);
});

test("what the project gives is not taken over", () => {
  const given = { params: { set: "all" }, dataset: 1 };
  const params = [{ name: "set", byDefault: "complete" }];
  expect(withParams(given, params, { set: "x" }).params).toEqual({ set: "all" });
  expect(withParams(given, [])).toBe(given);
});
