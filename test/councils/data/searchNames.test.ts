import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { nearNames } from "../../../src/councils/data/findCouncil.js";
import { namesOf, plain } from "../../../src/councils/data/nameForms.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { searchNames } from "../../../src/councils/data/searchNames.js";
import { plainScript } from "../../../src/councils/pages/plainScript.js";

const { councils } = readDataset();
const all = councils.map((council) => ({ council, names: namesOf(council) }));
function search(text: string) {
  const { found, near } = searchNames(all, text);
  const names = (list: typeof found) => list.map(({ council }) => council.name);
  return { found: names(found), near: names(near) };
}

describe("what is typed finds", () => {
  test.each([
    ["Kent council", ["Kent"]],
    ["Reading council", ["Reading"]],
    ["Camden borough council", ["Camden"]],
    ["Leeds city council", ["Leeds"]],
    ["surrey county council", ["Surrey"]],
    ["Saint Helens", ["St Helens"]],
    ["B&NES", ["Bath and North East Somerset"]],
    ["banes", ["Bath and North East Somerset"]],
    // And not Solihull, in whose name no word begins so.
    ["Hull", ["Kingston upon Hull"]],
    ["lihul", ["Solihull"]],
    // The name itself before those that begin with it, and these before those that hold it.
    ["Derby", ["Derby", "Derbyshire"]],
    ["gloucestershire", ["Gloucestershire", "South Gloucestershire"]],
    ["  ", []],
  ])("%s: %j", (text, names) => {
    expect(search(text)).toEqual({ found: names, near: [] });
  });
});

describe("what is misspelt is near", () => {
  test.each([
    ["Camdn", ["Camden"]],
    ["Birmingam", ["Birmingham"]],
    ["Middlesborough", ["Middlesbrough"]],
    ["Glocestershire", ["Gloucestershire", "South Gloucestershire"]],
    ["Leicster", ["Leicester", "Leicestershire"]],
    ["Leicster City Council", ["Leicester", "Leicestershire"]],
    ["Hackeny", ["Hackney"]],
    ["Tower Hamlts", ["Tower Hamlets"]],
    // While it is typed.
    ["middlesboro", ["Middlesbrough"]],
  ])("%s: %j", (text, names) => {
    expect(search(text)).toEqual({ found: [], near: names });
  });

  test.each(["zzzz", "Atlantis", "Paris", "xq", "SW1A 2AA"])("%s is near nothing", (text) => {
    expect(search(text)).toEqual({ found: [], near: [] });
  });
});

test("pages offer what is near", () => {
  expect(nearNames({ councils }, "Camdn")).toEqual(["Camden"]);
  expect(nearNames({ councils }, "Cheshire council")).toEqual([
    "Cheshire East",
    "Cheshire West and Chester",
  ]);
});

test("scripts of pages read names as the package does", () => {
  const read = runInNewContext(`${plainScript}; plain`) as (text: string) => string;
  for (const text of ["Saint Helens", "B&NES", "Bristol, City of", "Hôtel d’Été", "St. Helens"])
    expect(read(text)).toBe(plain(text));
});
