import { expect, test } from "vitest";
import { select } from "../../../src/councils/analysis/select.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { within } from "../../../src/councils/data/within.js";
import { madeUp } from "../../madeUp.js";

// Councils 1 and 4 are in the North East; 1, 3 and 5 are county councils.
const dataset = madeUp(["333333333", "222222222", "232323232", "111111111", "444444444"]);
const names = (some: typeof dataset) => some.assessments.map(({ council }) => council);

test("a region, a type and both keep their councils and what is known of them", () => {
  expect(names(within(dataset, { region: "North East" }))).toEqual(["Council 1", "Council 4"]);
  expect(names(within(dataset, { type: "County council" }))).toEqual([
    "Council 1",
    "Council 3",
    "Council 5",
  ]);
  const both = within(dataset, { region: "North East", type: "County council" });
  expect(names(both)).toEqual(["Council 1"]);
  expect(both.councils.map(({ name }) => name)).toEqual(["Council 1"]);
  expect(names(within(dataset, { region: "London", type: "County council" }))).toEqual([
    "Council 3",
    "Council 5",
  ]);
  expect(within(dataset, { region: null, type: null })).toBe(dataset);
});

test("a region or a type that no council has is refused with those that some have", () => {
  expect(() => within(dataset, { region: "north east" })).toThrow(
    "region: expected London, North East: north east",
  );
  expect(() => within(dataset, { type: "London boroughs" })).toThrow(
    "type: expected County council, London borough: London boroughs",
  );
  expect(within({ ...dataset, councils: [] }, { region: "London" }).councils).toEqual([]);
});

test("real councils keep their events and context, and England's rows stay", () => {
  const real = readDataset();
  const part = within(real, { region: "North East" });
  // 12 rows of councils.csv have the region North East.
  expect(part.councils).toHaveLength(12);
  expect(part.interventions).toHaveLength(0);
  expect(within(real, { region: "North West" }).interventions.map(({ name }) => name)).toContain(
    "Warrington",
  );
  expect(part.context.deprivation).toHaveLength(12);
  expect(part.context["ascof-england"]).toHaveLength(real.context["ascof-england"].length);
  expect(select(part, "rating", { set: "all" }).n).toBeLessThanOrEqual(12);
});
