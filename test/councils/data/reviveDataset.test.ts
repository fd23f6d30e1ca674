import { describe, expect, test } from "vitest";
import { packRows, unpackRows } from "../../../src/councils/data/packRows.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { reviveDataset } from "../../../src/councils/data/reviveDataset.js";
import { writeDataset, writeParts } from "../../../src/councils/data/writtenDataset.js";

/** The paths of objects and lists that somebody could change. */
function open(value: unknown, path = "dataset"): string[] {
  if (typeof value !== "object" || value === null) return [];
  const below = Object.entries(value).flatMap(([key, part]) => open(part, `${path}.${key}`));
  return Object.isFrozen(value) ? below : [path, ...below];
}

const dataset = readDataset();

test.each([
  ["plain", JSON.stringify(dataset)],
  ["packed", writeDataset(dataset)],
])("a dataset comes back from JSON as it was read, and frozen: %s", (_, json) => {
  const revived = reviveDataset(json);
  expect(revived).toEqual(dataset);
  expect(revived.assessments).toHaveLength(124);
  expect(open(revived)).toEqual([]);
});

test("a table that stands apart is loaded when it is read, once", () => {
  const { json, tables } = writeParts(dataset);
  const loaded: string[] = [];
  const revived = reviveDataset(json, (name) => {
    loaded.push(name);
    return tables[name].json;
  });
  expect(Object.keys(revived.context)).toEqual(Object.keys(dataset.context));
  expect(revived.assessments).toEqual(dataset.assessments);
  expect(loaded).toEqual([]);
  expect(revived.context.population).toEqual(dataset.context.population);
  expect(revived.context.population).toBe(revived.context.population);
  expect(revived.context["no-such-table"]).toBeUndefined();
  expect(loaded).toEqual(["context/population"]);
  expect(JSON.parse(JSON.stringify(revived))).toEqual(dataset);
  expect(open(revived)).toEqual([]);
});

describe("packed rows", () => {
  test("come back as they were, whichever values they have", () => {
    const rows = Array.from({ length: 20 }, (_, i) => ({
      code: `E${i}`,
      period: "2023",
      share: i % 2 ? null : i / 3,
      marks: [i, 1],
    }));
    const packed = JSON.stringify(packRows(rows));
    expect(unpackRows(JSON.parse(packed) as typeof rows)).toEqual(rows);
    expect(packed.match(/period|2023/g)).toHaveLength(2);
  });

  test("stay rows where they have not the same fields", () => {
    const rows = [{ a: 1 }, { b: 1 }];
    expect(packRows(rows)).toBe(rows);
    expect(unpackRows(packRows([]))).toEqual([]);
  });
});
