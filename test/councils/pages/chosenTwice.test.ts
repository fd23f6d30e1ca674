import { expect, test } from "vitest";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import type { Prose } from "../../../src/engine/report/block.js";
import { chosenTwice } from "../../../src/councils/pages/chosenTwice.js";
import { unknownCouncil } from "../../../src/councils/pages/unknownCouncil.js";

const dataset = readDataset();
/** Markdown's own signs are escaped in what is inserted. */
const words = ({ markdown }: Prose) => markdown.replaceAll("\\", "");
const said = (...texts: string[]) => {
  const prose = chosenTwice(dataset, texts);
  return prose && words(prose);
};

test("a council that is chosen more than once is named, whatever it was called", () => {
  expect(said("Leeds", "Leeds City Council")).toBe("Leeds is chosen twice.");
  expect(said("Kent", "Hull", "Kent", "Kingston upon Hull", "E10000016")).toBe(
    "Kent is chosen three times. Kingston upon Hull is chosen twice.",
  );
});

test("nothing is said where each is chosen once, or where nobody has a name", () => {
  expect(said("Leeds", "Kent")).toBeNull();
  expect(said("Zzzz", "Zzzz")).toBeNull();
  expect(said()).toBeNull();
});

test("a page that nobody asked anything before says what it shows, and not that it still does", () => {
  expect(words(unknownCouncil(dataset, "Zzzz", "Leeds"))).toBe(
    "No council has the name or the code “Zzzz”. The page shows Leeds.",
  );
});
