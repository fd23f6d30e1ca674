import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import type { Dataset } from "../../../src/councils/data/dataset.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { readVintages } from "../../../src/councils/data/readVintages.js";
import type { AssessmentSpec } from "../../../src/councils/data/toDataset.js";
import {
  keptOf,
  parseVintage,
  vintageText,
  type Vintage,
} from "../../../src/councils/data/vintage.js";
import { changes, type AssessmentChange } from "../../../src/councils/pages/changes.js";
import { feedFiles } from "../../../src/councils/pages/feed.js";
import { madeUp } from "../../madeUp.js";
import { inFolder } from "../folder.js";

/** A made-up dataset of a day, and what would have been kept of it. */
function on(day: string, rows: readonly Partial<AssessmentSpec>[]): Dataset {
  const made = madeUp(
    rows.map(() => "333333333"),
    (i) => ({ published: "2026-01-0" + (i + 1), ...rows[i] }),
  );
  const councils = made.councils.map((council, i) =>
    i === 3 ? { ...council, name: "<Ashford> & 'co'" } : council,
  );
  return { ...made, councils, vintage: day };
}
const kept = (dataset: Dataset, more: Partial<Vintage> = {}): Vintage => ({
  schema: "ninefold.vintage/1",
  vintage: dataset.vintage,
  completeTo: dataset.completeTo,
  assessments: dataset.assessments.map(keptOf),
  numbers: [],
  claims: [],
  ...more,
});

const first = on("2026-02-01", [{}, {}, { confidence: "low", rating: "Inadequate" }]);
const second = on("2026-03-01", [
  // Revised by CQC, withdrawn, confirmed, and one that is new.
  { status: "revised", rating: "Outstanding", percentage: 89 },
  { status: "withdrawn" },
  { confidence: "high", rating: "Good" },
  { confidence: "low", rating: "Inadequate" },
]);

describe("what changed between two vintages", () => {
  const found = changes([kept(first)], second) as readonly AssessmentChange[];

  it("is new, changed or withdrawn, and dated by the day of the data that have it", () => {
    expect(found.map(({ what, on: day, gss_code }) => [what, day, gss_code])).toEqual([
      ["new", "2026-03-01", "E09000004"],
      ["changed", "2026-03-01", "E09000001"],
      ["withdrawn", "2026-03-01", "E09000002"],
      ["changed", "2026-03-01", "E09000003"],
    ]);
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  });

  it("gives both values where both may be printed, and neither of what is withdrawn", () => {
    const values = (code: string) =>
      found
        .find((one) => one.gss_code === code)!
        .values.map(({ field, old, new: now }) => [field, old, now]);
    expect(values("E09000001")).toEqual([
      ["status", "published", "revised"],
      ["rating", "Good", "Outstanding"],
      ["score_pct", 75, 89],
    ]);
    expect(values("E09000002")).toEqual([["status", "published", "withdrawn"]]);
    // What one source alone said before is not repeated.
    expect(values("E09000003")).toEqual([["rating", null, "Good"]]);
    expect(values("E09000004")).toEqual([]);
  });

  it("takes a rating back from earlier entries once its report is withdrawn", () => {
    const before = on("2026-01-20", []);
    const words = (now: Dataset) => JSON.stringify(changes([kept(before), kept(first)], now));
    expect(words(first)).toContain('"new":"Good"');
    const withdrawn = on("2026-03-01", [
      { status: "withdrawn" },
      { status: "withdrawn" },
      { confidence: "low" },
    ]);
    expect(words(withdrawn)).not.toMatch(/Good|Inadequate|75/);
  });

  it("is nothing without a vintage, and nothing where nothing changed", () => {
    expect(changes([], second)).toEqual([]);
    expect(changes([kept(first)], first)).toEqual([]);
  });
});

it("says which verdicts and numbers moved", () => {
  const number = { set: "complete", quantity: "councils rated Good", unit: "count" } as const;
  const claim = { id: "C4", text: "A claim." };
  const [before, after] = [
    kept(first, {
      numbers: [{ ...number, value: 48, n: 72 }],
      claims: [{ ...claim, verdict: "undecidable" }],
    }),
    kept(second, {
      numbers: [{ ...number, value: 50, n: 76 }],
      claims: [
        { ...claim, verdict: "supported" },
        { id: "C5", text: "Another.", verdict: "not supported" },
      ],
    }),
  ];
  const found = changes([before, after], second).filter(({ about }) => about !== "assessment");
  expect(found).toMatchObject([
    { about: "claim", claim: "C4", before: "undecidable", after: "supported" },
    { about: "claim", claim: "C5", before: null, after: "not supported" },
    { about: "number", before: { value: 48, n: 72 }, after: { value: 50, n: 76 } },
  ]);
  const xml = feedFiles({ dataset: second, changes: found, title: "T" }).get("feed.xml")!;
  expect(xml).toContain("<title>Claim C4 is now supported; it was left open</title>");
  expect(xml).toContain(
    "Complete set, councils rated Good: 48 of 72 councils, now 50 of 76 councils.",
  );
});

it("tells no number of all reports known: where one row is new and not confirmed it would tell its rating", () => {
  const number = { set: "all", quantity: "councils rated Inadequate", unit: "count" } as const;
  const [before, after] = [
    kept(first, { numbers: [{ ...number, value: 1, n: 3 }] }),
    kept(second, { numbers: [{ ...number, value: 2, n: 4 }] }),
  ];
  const found = changes([before, after], second);
  expect(found.filter(({ about }) => about === "number")).toEqual([]);
  const published = changes(readVintages(undefined), readDataset());
  expect(published.length).toBeGreaterThan(0);
  expect(published.filter((one) => one.about === "number" && one.set === "all")).toEqual([]);
});

/** The elements of well-formed XML with their text; throws where it is none. */
function elements(xml: string): { name: string; text: string; href?: string }[] {
  const found: { name: string; text: string; href?: string }[] = [];
  const open: number[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    open.push(found.push({ name, text: "", href: attributes.href }) - 1);
  });
  parser.on("text", (text) => {
    if (open.length > 0) found[open.at(-1)!].text += text;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(xml).close();
  return found;
}

describe("feed.xml", () => {
  const options = {
    dataset: second,
    changes: changes([kept(first)], second),
    title: "Ratings & more",
    address: "https://example.org/site/",
    pageOf: (code: string) => (code === "E09000001" ? "areas/one/" : undefined),
  };
  const xml = feedFiles(options).get("feed.xml")!;
  const all = elements(xml);
  const texts = (name: string) => all.filter((one) => one.name === name).map(({ text }) => text);

  it("is Atom: each entry has an id of its own, a title, an instant and content", () => {
    expect(texts("title")).toEqual([
      "Ratings & more: what changed",
      "<Ashford> & 'co': a report not confirmed",
      "Council 1: CQC has revised its report: now rated Outstanding, report of 1 January 2026",
      "Council 2: CQC has withdrawn its report of 2 January 2026",
      "Council 3: more is known of its report: now rated Good, report of 3 January 2026",
    ]);
    expect(new Set(texts("id")).size).toBe(5);
    expect(texts("id")[0]).toBe("https://example.org/site/feed.xml");
    for (const updated of texts("updated")) expect(updated).toBe("2026-03-01T00:00:00Z");
    expect(texts("content")).toHaveLength(4);
    expect(all.filter(({ name }) => name === "link").map(({ href }) => href)).toContain(
      "https://example.org/site/areas/one/",
    );
    expect(xml).not.toMatch(/NaN|undefined|\[object/);
  });

  it("prints no rating that is not confirmed or withdrawn", () => {
    const of = (name: string) => texts("content").find((text) => text.startsWith(name))!;
    expect(of("<Ashford>")).not.toContain("Inadequate");
    expect(of("Council 2")).not.toMatch(/Good|75/);
  });

  it("has the same bytes for the same data, and is there only where something is known", () => {
    expect(feedFiles(options).get("feed.xml")).toBe(xml);
    expect(feedFiles({ ...options, changes: [] }).size).toBe(0);
    expect(JSON.parse(feedFiles(options).get("changes.json")!)).toMatchObject({
      schema: "ninefold.changes/1",
      vintage: "2026-03-01",
    });
  });

  it("keeps out what XML cannot hold", () => {
    const [change] = options.changes as AssessmentChange[];
    const odd = { ...change, council: "A\u0000\u001b]]>\ud800 <b>" };
    const files = feedFiles({ ...options, changes: [odd] });
    expect(() => elements(files.get("feed.xml")!)).not.toThrow();
  });
});

describe("the vintages that are kept", () => {
  const dataset = readDataset();
  const vintages = readVintages();

  it("end with the data as they are: npx tsx scripts/keepVintage.ts", () => {
    expect(vintages.length).toBeGreaterThanOrEqual(2);
    const { vintage, completeTo, assessments } = vintages.at(-1)!;
    expect([vintage, completeTo]).toEqual([dataset.vintage, dataset.completeTo]);
    expect(assessments).toEqual(dataset.assessments.map(keptOf));
  });

  it("name what the review of November 2026 added, by hand", () => {
    const found = changes(vintages, dataset);
    const added = found.filter((one) => one.about === "assessment" && one.what === "new");
    expect(added.map((one) => (one as AssessmentChange).council).sort()).toEqual([
      "Greenwich",
      "Sheffield",
      "Stockton-on-Tees",
    ]);
    // Sheffield's rating has one source.
    const sheffield = added.find((one) => (one as AssessmentChange).council === "Sheffield");
    expect(sheffield).toMatchObject({ isConfirmed: false, values: [], source_url: null });
  });

  it("come back as they were written", () => {
    const text = vintageText(kept(second));
    expect(parseVintage(JSON.parse(text))).toEqual(kept(second));
  });

  it("are refused in a line each where they are something else", () => {
    inFolder({}, (dir) => {
      expect(readVintages(dir)).toEqual([]);
    });
    expect(parseVintage({ schema: "ninefold.vintage/1", vintage: "2026-02-30" })).toHaveProperty(
      "problem",
    );
    expect(parseVintage([])).toHaveProperty("problem");
  });
});
