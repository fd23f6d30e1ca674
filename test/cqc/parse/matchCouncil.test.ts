import { describe, expect, it } from "vitest";
import { isSlug, matchCouncil, matchSlug } from "../../../src/cqc/parse/matchCouncil.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";

const { assessments, councils } = readDataset();
const codeOf = (name: string) => matchCouncil(name, councils)?.gssCode ?? null;

describe("matchCouncil", () => {
  it("knows every council by its name and its official name", () => {
    expect(councils).toHaveLength(153);
    for (const council of councils) {
      expect(matchCouncil(council.name, councils)).toBe(council);
      expect(matchCouncil(council.officialName, councils)).toBe(council);
      expect(matchCouncil(`  ${council.name.toUpperCase()} council `, councils)).toBe(council);
    }
  });

  it.each([
    ["London Borough of Camden", "E09000007"],
    ["Camden Council", "E09000007"],
    ["the London Borough of Camden", "E09000007"],
    ["Royal Borough of Kensington & Chelsea", "E09000020"],
    ["Hull City Council", "E06000010"],
    ["City of Bradford", "E08000032"],
    ["York", "E06000014"],
    ["North Yorkshire Council", "E06000065"],
    ["Bedford", "E06000055"],
    ["Central Bedfordshire", "E06000056"],
    ["Cheshire West", "E06000050"],
    ["Cheshire East", "E06000049"],
    ["North Lincolnshire", "E06000013"],
    ["North East Lincolnshire", "E06000012"],
    ["Lincolnshire", "E10000019"],
    ["Herefordshire", "E06000019"],
    ["Hertfordshire", "E10000015"],
    ["City of London", "E09000001"],
    ["St. Helens Borough Council", "E08000013"],
    ["Stoke on Trent City Council", "E06000021"],
    ["Durham County Council", "E06000047"],
    ["Newcastle City Council", "E08000021"],
    ["London Borough of Richmond", "E09000027"],
    ["Telford and Wrekin Council", "E06000020"],
    ["Isles of Scilly", "E06000053"],
  ])("%s is %s", (name, code) => {
    expect(codeOf(name)).toBe(code);
  });

  it.each([
    "",
    "Council",
    "Yorkshire",
    "Cheshire",
    "Bedfordshire",
    "London",
    "Kingston",
    "Lincoln City Council",
    "Leicester County Council",
    "Nottingham County Council",
    "Essex City Council",
    "Leeds County Council",
    "Leeds City Council and Bradford Council",
    "Leeds City Council.",
    "=Leeds",
    "L\u0435eds",
    "constructor",
    "__proto__",
  ])("%j is none", (name) => {
    expect(codeOf(name)).toBe(name === "Leeds City Council." ? "E08000035" : null);
  });

  it("knows nobody where there are no councils, and keeps lists apart", () => {
    expect(matchCouncil("Leeds", [])).toBeNull();
    expect(matchCouncil("Leeds", councils.slice(0, 3))).toBeNull();
    expect(codeOf("Leeds")).toBe("E08000035");
  });

  it("matches no name that two councils could go by", () => {
    const [first] = councils;
    const twin = { ...first, gssCode: "E99999999" };
    expect(matchCouncil(first.name, [first, twin])).toBeNull();
  });
});

describe("matchSlug", () => {
  it("finds the council of every slug in the data", () => {
    const slugs = assessments.flatMap(({ sourceUrl, gssCode }) => {
      const slug = /local-authority-assessment-reports\/([^/]+)/.exec(sourceUrl)?.[1];
      return slug === undefined ? [] : [[slug, gssCode] as const];
    });
    expect(slugs.length).toBeGreaterThan(90);
    for (const [slug, code] of slugs) expect(matchSlug(slug, councils)?.gssCode, slug).toBe(code);
  });

  it("finds the council of a pilot and of a statement, and no other", () => {
    expect(matchSlug("birmingham-cc", councils)?.name).toBe("Birmingham");
    expect(matchSlug("camden-0225-theme1-support", councils)?.name).toBe("Camden");
    expect(matchSlug("Hertfordshire2", councils)?.name).toBe("Hertfordshire");
    expect(matchSlug("yorkshire-0225", councils)).toBeNull();
    expect(matchSlug("derbycity-0824", councils)?.name).toBe("Derby");
  });

  it.each([
    "",
    "../etc",
    "camden/0225",
    "camden%2f",
    "-camden",
    "camden-",
    "cam den",
    "a".repeat(81),
  ])("refuses %j", (slug) => {
    expect(isSlug(slug)).toBe(false);
    expect(matchSlug(slug, councils)).toBeNull();
  });
});
