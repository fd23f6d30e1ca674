import { expect, test } from "vitest";
import { askedToCompare } from "../../../src/councils/analysis/comparedCouncils.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { sideBySide } from "../../../src/councils/findings/sideBySide.js";
import { councilProfile } from "../../../src/councils/analysis/councilProfile.js";
import { findCouncil } from "../../../src/councils/data/findCouncil.js";

const dataset = readDataset();
const asked = (...texts: string[]) => askedToCompare(dataset, texts).map(({ name }) => name);

test("who is chosen alone has the council most like it by place beside it", () => {
  // The first of Hartlepool's neighbours, as the source has them.
  expect(asked("Hartlepool")).toEqual(["Hartlepool", "Redcar and Cleveland"]);
  expect(asked("Hartlepool", " ")).toEqual(["Hartlepool", "Redcar and Cleveland"]);
});

test("a council that nobody chose stands beside none of several", () => {
  expect(asked("Kent", "Devon")).toEqual(["Kent", "Devon"]);
  expect(asked("Leeds", "Leeds City Council")).toEqual(["Leeds"]);
  expect(asked("Zzzz", "Hartlepool")).toEqual(["Hartlepool"]);
  expect(asked("Leeds", "Leeds", "Kent")).toEqual(["Leeds", "Kent"]);
});

test("where nobody known is asked for, the default stands beside the one most like it", () => {
  expect(asked("Zzzz")).toEqual(asked());
  expect(asked()).toHaveLength(2);
});

test("one council alone is told as one", () => {
  expect(sideBySide([councilProfile(dataset, findCouncil(dataset, "Camden"))])).toEqual({
    headline: "Camden is rated Outstanding",
    detail: "No other council is set beside it.",
  });
});
