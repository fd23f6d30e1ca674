import { expect, test } from "vitest";
import type { Council } from "../../../src/councils/data/dataset.js";
import { councilSlugs } from "../../../src/councils/data/councilSlugs.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";

const named = (...names: string[]) =>
  names.map((name, i): Council => {
    const gssCode = `E0600000${i + 1}`;
    return {
      gssCode,
      gss_code: gssCode,
      name,
      officialName: name,
      altGssCode2025: null,
      type: "",
      region: "",
    };
  });
const slugs = (...names: string[]) => [...councilSlugs(named(...names)).values()];

test("the 153 councils have names of their own that any disk and any address take", () => {
  const { councils } = readDataset();
  const known = councilSlugs(councils);
  expect(known.size).toBe(153);
  expect(new Set(known.values()).size).toBe(153);
  for (const slug of known.values()) expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
  const of = (name: string) =>
    known.get(councils.find((council) => council.name === name)!.gssCode);
  expect(of("Hertfordshire")).toBe("hertfordshire");
  expect(of("Stoke-on-Trent")).toBe("stoke-on-trent");
  expect(of("Bournemouth, Christchurch and Poole")).toBe("bournemouth-christchurch-and-poole");
});

test("names are written in plain letters", () => {
  expect(slugs("St. Helen's", "Ynys Môn", "Tyne & Wear", "  A  --  B ")).toEqual([
    "st-helens",
    "ynys-mon",
    "tyne-and-wear",
    "a-b",
  ]);
});

test("a path, markup or nothing at all is no name", () => {
  expect(slugs("../../etc/passwd", "<b>", "北京", "")).toEqual([
    "etc-passwd",
    "b",
    "e06000003",
    "e06000004",
  ]);
});

test("names that are the same, or kept for something else, have their council's code", () => {
  expect(slugs("Barnet", "BARNET!", "Index", "Con", "Barnet E06000001")).toEqual([
    "barnet-e06000001",
    "barnet-e06000002",
    "index-e06000003",
    "con-e06000004",
    "barnet-e06000001-e06000005",
  ]);
  const long = slugs("x".repeat(300), `${"x".repeat(299)}y`);
  expect(new Set(long).size).toBe(2);
  for (const slug of long) expect(slug.length).toBeLessThan(80);
});
