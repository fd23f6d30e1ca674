import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseListing } from "../../../src/cqc/parse/parseListing.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";

/** Every page below test/cases/cqc/listing must give the entries that expected.json says. */

interface Expected {
  /** Slug and ONS code. */
  readonly entries: readonly (readonly [string, string | null])[];
  readonly next: string | null;
  /** A part of each problem, in order. */
  readonly problems: readonly string[];
}

const { councils } = readDataset();
const folder = new URL("../../cases/cqc/listing/", import.meta.url);
const base = "https://www.cqc.org.uk/search/content/7217";
const expected = JSON.parse(readFileSync(new URL("expected.json", folder), "utf8")) as Readonly<
  Record<string, Expected>
>;
const files = readdirSync(folder).filter((file) => file !== "expected.json");

describe("parseListing", () => {
  it("is tested with every file of the folder", () => {
    expect(Object.keys(expected).sort()).toEqual(files.sort());
  });

  it.each(files)("%s", (file) => {
    const listing = parseListing(readFileSync(new URL(file, folder), "utf8"), { councils, base });
    const { entries, next, problems } = expected[file];
    expect(listing.entries.map(({ slug, gssCode }) => [slug, gssCode])).toEqual(entries);
    expect(listing.next).toBe(next);
    expect(listing.problems).toHaveLength(problems.length);
    problems.forEach((problem, i) => expect(listing.problems[i]).toContain(problem));
  });

  it("gives whole addresses and titles", () => {
    const href = "/care-services/local-authority-assessment-reports/camden-0225/summary";
    const page = `<a href="${href}">London Borough of Camden: local authority assessment</a>`;
    expect(parseListing(page, { councils, base: "http://127.0.0.1:8000/list" }).entries).toEqual([
      {
        title: "London Borough of Camden: local authority assessment",
        href: `http://127.0.0.1:8000${href}`,
        slug: "camden-0225",
        gssCode: "E09000007",
      },
    ]);
  });

  it("refuses a page that is too large", () => {
    const { entries, problems } = parseListing("<a>".repeat(1e6), { councils, base });
    expect(entries).toEqual([]);
    expect(problems).toEqual(["page: expected at most 400000 characters: 3000000"]);
  });
});
