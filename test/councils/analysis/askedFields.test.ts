import { expect, test } from "vitest";
import { analyse } from "../../../src/councils/analysis/analyse.js";
import { checkJson } from "../../../src/councils/analysis/checkJson.js";
import { evaluateClaims } from "../../../src/councils/claims/evaluateClaims.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { listenForFields } from "../../../src/engine/notebook/tellingFields.js";
import { project } from "../../../src/project.js";

test("no analysis and no claim asks a record for a field that it has not", () => {
  const told = project.telling(readDataset());
  const asked = new Set<string>();
  const end = listenForFields(({ what, field }) => asked.add(`${what}: ${field}`));
  try {
    analyse(told, { replicates: 9 });
    evaluateClaims(told, { replicates: 19 });
  } finally {
    end();
  }
  expect([...asked]).toEqual([]);
});

test("an analysis of a notebook's dataset is plain JSON, and an instance of a class is not", () => {
  const told = project.telling(readDataset());
  expect(() => checkJson(told.assessments[0], "assessment")).not.toThrow();
  expect(() => checkJson(new Date(0), "date")).toThrow("date: not plain JSON: object");
  expect(() => checkJson(new (class A {})(), "a")).toThrow("a: not plain JSON: object");
});
