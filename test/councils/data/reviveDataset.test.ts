import { expect, test } from "vitest";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { reviveDataset } from "../../../src/councils/data/reviveDataset.js";

/** The paths of objects and lists that somebody could change. */
function open(value: unknown, path = "dataset"): string[] {
  if (typeof value !== "object" || value === null) return [];
  const below = Object.entries(value).flatMap(([key, part]) => open(part, `${path}.${key}`));
  return Object.isFrozen(value) ? below : [path, ...below];
}

test("a dataset comes back from JSON as it was read, and frozen", () => {
  const dataset = readDataset();
  const revived = reviveDataset(JSON.stringify(dataset));
  expect(revived).toEqual(dataset);
  expect(revived.assessments).toHaveLength(124);
  expect(open(revived)).toEqual([]);
});
