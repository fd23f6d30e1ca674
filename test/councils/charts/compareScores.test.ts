import { parseHTML } from "linkedom";
import { afterAll, beforeAll, expect, test } from "vitest";
import { comparedCouncils } from "../../../src/councils/analysis/comparedCouncils.js";
import { compareScores } from "../../../src/councils/charts/compareScores.js";
import { findCouncil } from "../../../src/councils/data/findCouncil.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { lendDocument } from "../../../src/engine/notebook/headlessDocument.js";

let release: () => void;
beforeAll(() => {
  release = lendDocument();
});
afterAll(() => release());

const dataset = readDataset();

/** The headings of each picture of some councils, and whether they are turned. */
function headingsOf(...names: string[]) {
  const councils = names.map((name) => findCouncil(dataset, name));
  const figure = compareScores(comparedCouncils(dataset, councils), { source: "CQC" });
  if (figure.kind !== "figure") throw new Error("expected a figure");
  return figure.drawings!.map(({ svg, width }) => {
    const texts = [...parseHTML(svg).document.querySelectorAll("text")];
    const headings = texts.slice(0, names.length);
    const words = headings.map((text) => {
      const lines = [...text.querySelectorAll("tspan")].map((line) => line.textContent);
      return lines.length > 0 ? lines.join(" ") : text.textContent;
    });
    const isTurned = headings.every((text) =>
      /rotate\(-90\)/.test(text.getAttribute("transform")!),
    );
    return { width, words, isTurned };
  });
}

test.each([
  ["Kent", "Camden", "Leeds", "Devon", "Surrey"],
  [
    "Bournemouth, Christchurch and Poole",
    "West Northamptonshire",
    "Kensington and Chelsea",
    "Brighton and Hove",
    "Bath and North East Somerset",
  ],
])("no heading is cut on a page or on a phone: %s and others", (...names) => {
  for (const { words, width } of headingsOf(...names))
    expect([width, words]).toEqual([width, names]);
});

test("headings are turned where one has no room in its column alone", () => {
  const turned = (...names: string[]) =>
    headingsOf(...names).map(({ width, isTurned }) => [width, isTurned]);
  expect(turned("Kent", "Leeds")).toEqual([640, 640, 350, 350].map((width) => [width, false]));
  expect(turned("Kent", "Leeds", "Devon", "Camden", "Gloucestershire").slice(2)).toEqual([
    [350, true],
    [350, true],
  ]);
});
