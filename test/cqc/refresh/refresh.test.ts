import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { diffText } from "../../../src/cqc/refresh/diffText.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { validateDirectory } from "../../../src/councils/data/validateDirectory.js";
import { contents, dataFolder, effects, read, reportUrl, run } from "./madeUpData.js";
import { siteOf, startSite, summaryPage, summaryPath, type MadeUpSite } from "./madeUpSite.js";
import type { MadeUpReport } from "./madeUpSite.js";

let site: MadeUpSite;
let dir: string;
beforeEach(async () => {
  site = await startSite();
});
afterEach(async () => {
  await site.close();
  if (dir) rmSync(dir, { recursive: true, force: true });
});

// After the day to which the repository's data are complete, 3 October 2025. 27 of 36 is 75%.
const barnet: MadeUpReport = {
  council: "Barnet",
  slug: "barnet-0126",
  scores: "333333333",
  published: "2026-01-16",
};
// 22 of 36 is 62%, the highest that requires improvement.
const kent: MadeUpReport = {
  council: "Kent County Council",
  slug: "kent-0226",
  scores: "233333221",
  published: "2026-02-20",
};
const barnetRow = (url: string) =>
  `E09000003,Barnet,formal,published,high,Good,75,2026-01-16,3,3,3,3,3,3,3,3,3,${url},CQC report page,`;
const medium = (rating: string, note = "") =>
  `E09000003,Barnet,formal,published,medium,${rating},,2026-01,,,,,,,,,,https://example.org/,press,${note}`;

describe("a refresh", () => {
  it("shows what is new, writes it when asked, and nothing the second time", async () => {
    dir = dataFolder([]);
    writeFileSync(
      join(dir, "assessments.csv"),
      read(dir, "assessments.csv") + medium("Good") + "\n",
    );
    const before = contents(dir);
    site.answers = siteOf([barnet, kent], 1);
    const shown = await run(site.origin, dir);
    expect(shown.diff.items.map(({ what, council, line }) => [what, council, line])).toEqual([
      ["changed", "Barnet", 2],
      ["new", "Kent", null],
    ]);
    expect(shown.diff.problems).toEqual([]);
    expect(shown.written).toEqual([]);
    // Only the raw pages are there.
    expect(contents(dir)).toEqual(before);

    const done = await run(site.origin, dir, { accept: true });
    expect(done.written).toEqual(["assessments.csv", "datapackage.json"]);
    const url = (slug: string) => site.origin + summaryPath(slug);
    const rows = read(dir, "assessments.csv").trimEnd().split("\n").slice(1);
    expect(rows).toEqual([
      barnetRow(url("barnet-0126")),
      `E10000016,Kent,formal,published,high,Requires improvement,62,2026-02-20,2,3,3,3,3,3,2,2,1,${url("kent-0226")},CQC report page,`,
    ]);
    expect(JSON.parse(read(dir, "datapackage.json"))).toEqual({ vintage: "2026-11-28" });
    expect(validateDirectory(dir).problems).toEqual([]);
    // A value that becomes known is no revision, and completeTo is that of the repository.
    const dataset = readDataset({ dir });
    expect(dataset.revisions).toEqual([]);
    expect([dataset.vintage, dataset.completeTo]).toEqual(["2026-11-28", "2025-10-03"]);

    const after = contents(dir);
    const again = await run(site.origin, dir, { accept: true }, effects("2026-11-29"));
    expect([again.written, again.diff.items, again.diff.same]).toEqual([[], [], 2]);
    expect(contents(dir)).toEqual(after);
  });

  it("changes nothing at all in a dry run, and says the same", async () => {
    dir = dataFolder([medium("Good")]);
    site.answers = siteOf([barnet, kent]);
    const before = contents(dir, true);
    const dry = await run(site.origin, dir, { dryRun: true });
    expect(contents(dir, true)).toEqual(before);
    const { diff } = await run(site.origin, dir);
    expect(dry.diff).toEqual(diff);
  });

  it("keeps the bytes of what does not change, and the line ends of the file", async () => {
    const odd = `E10000016,Kent,formal,published,medium,Good,,2025-05,,,,,,,,,,https://example.org/,"the ""press""","two
lines, kept"`;
    dir = dataFolder(
      [
        odd,
        medium("Good", "=not a formula here"),
        odd.replace("E10000016,Kent", "E10000012,Essex"),
      ],
      "\r\n",
    );
    site.answers = siteOf([barnet]);
    await run(site.origin, dir, { accept: true });
    const [before, after] = read(dir, "assessments.csv").split(/E09000003.*\r\n/);
    expect(before.endsWith(`${odd}\r\n`)).toBe(true);
    expect(after).toBe(`${odd.replace("E10000016,Kent", "E10000012,Essex")}\r\n`);
    // A note made by hand is kept.
    expect(read(dir, "assessments.csv")).toContain(",CQC report page,=not a formula here\r\n");
  });

  it("records a correction of a row that was not sure, with both values", async () => {
    dir = dataFolder([medium("Requires improvement", "from the press")]);
    site.answers = siteOf([barnet]);
    const { diff } = await run(site.origin, dir, { accept: true });
    expect(diffText(diff)).toContain("rating: Requires improvement -> Good (corrected)");
    expect(diffText(diff)).toContain(
      "its note stays, so see whether it still holds: from the press",
    );
    // CQC changed nothing, so the row stands as published.
    expect(read(dir, "assessments.csv")).toContain("formal,published,high,Good,75,2026-01-16");
    expect(readDataset({ dir }).revisions).toEqual([
      {
        gssCode: "E09000003",
        gss_code: "E09000003",
        council: "Barnet",
        scheme: "cqc-councils-2023",
        kind: "formal",
        published: "2026-01-16",
        field: "rating",
        reason: "correction",
        old: "Requires improvement",
        new: "Good",
        date: "by 2026-11-28",
        sourceUrl: site.origin + summaryPath("barnet-0126"),
        note: null,
      },
    ]);
    const [before] = readDataset({ dir, withoutRevisions: true }).assessments;
    // Nine threes cannot go with the earlier word: they were not known with it.
    expect([before.rating, before.percentage, before.sum]).toEqual([
      "Requires improvement",
      null,
      null,
    ]);
  });

  it("holds a page against a sure row until a person settles it, once", async () => {
    dir = dataFolder([barnetRow(reportUrl("barnet-0126"))]);
    // 22: one point less on five statements. CQC says when its page last changed.
    const revised = { ...barnet, scores: "222223333", updated: "2026-06-01" };
    site.answers = siteOf([revised]);
    const before = contents(dir);
    const held = await run(site.origin, dir, { accept: true });
    expect(held.diff.items.map(({ what }) => what)).toEqual(["contradicted"]);
    expect(held.diff.items[0].reasons[0]).toBe(
      "rating: Good in the data, of high confidence, but Requires improvement on the page",
    );
    expect(held.diff.items[0].reasons).toHaveLength(7);
    expect([held.written, contents(dir)]).toEqual([[], before]);

    const options = { accept: true, settle: ["E09000003"] };
    await run(site.origin, dir, options);
    expect(read(dir, "assessments.csv")).toContain(
      "E09000003,Barnet,formal,revised,high,Requires improvement,62,2026-01-16,2,2,2,2,2,3,3,3,3,",
    );
    const { revisions } = readDataset({ dir });
    expect(revisions.map(({ field, old, new: now }) => [field, old, now])).toEqual([
      ["rating", "Good", "Requires improvement"],
      ["score_pct", "75", "62"],
      ...[1, 2, 3, 4, 5].map((i) => [`qs${i}`, "3", "2"]),
    ]);
    expect(new Set(revisions.map(({ reason, date }) => `${reason} ${date}`))).toEqual(
      new Set(["revision 2026-06-01"]),
    );
    const [first] = readDataset({ dir, withoutRevisions: true }).assessments;
    expect([first.status, first.rating, first.percentage, first.sum]).toEqual([
      "published",
      "Good",
      75,
      27,
    ]);

    // Settled, it contradicts nothing, and adds no row.
    const after = contents(dir);
    const same = await run(site.origin, dir, { accept: true });
    expect([same.written, same.diff.same]).toEqual([[], 1]);
    await expect(run(site.origin, dir, options)).rejects.toMatchObject({
      problems: ["--settle: no page that can be accepted contradicts: E09000003"],
      exitCode: 2,
    });
    expect(contents(dir)).toEqual(after);
  });

  it("names an assessment in earlier revisions by its date once that is known", async () => {
    dir = dataFolder([medium("Good").replace("2026-01,", ",")]);
    writeFileSync(
      join(dir, "revisions.csv"),
      `gss_code,council,kind,published,field,reason,old,new,date,source_url,note
E09000003,Barnet,formal,,rating,revision,Requires improvement,Good,,https://example.org/,Raised on review
`,
    );
    site.answers = siteOf([barnet]);
    const { written } = await run(site.origin, dir, { accept: true });
    expect(written).toEqual(["assessments.csv", "revisions.csv", "datapackage.json"]);
    expect(read(dir, "revisions.csv").split("\n").slice(1)).toEqual([
      "E09000003,Barnet,formal,2026-01-16,rating,revision,Requires improvement,Good,,https://example.org/,Raised on review",
      "",
    ]);
  });

  it("keeps a descriptor's date of completeness, and states size, hash and vintage anew", async () => {
    dir = dataFolder([medium("Good")]);
    const old = {
      version: "2026.9.7",
      vintage: "2026-09-07",
      vintageDescription: "old",
      completeTo: "2025-10-03",
      completeIncludes: ["E09000008"],
      resources: [
        { path: "assessments.csv", bytes: 1, hash: "sha256:0" },
        { path: "councils.csv" },
      ],
    };
    writeFileSync(join(dir, "datapackage.json"), JSON.stringify(old));
    site.answers = siteOf([barnet]);
    await run(site.origin, dir, { accept: true });
    const now = JSON.parse(read(dir, "datapackage.json")) as typeof old;
    expect(now).toMatchObject({
      version: "2026.11.28",
      vintage: "2026-11-28",
      completeTo: "2025-10-03",
      completeIncludes: ["E09000008"],
    });
    expect(now.resources[0].bytes).toBe(Buffer.byteLength(read(dir, "assessments.csv")));
    expect(now.resources[0].hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(now.vintageDescription).toContain("may be missing");
  });

  it("never moves a report into or out of the complete set unasked", async () => {
    // Reading is dated only October 2025 and not known to be in the set; Croydon is.
    const dated = (code: string, name: string) =>
      `${code},${name},formal,published,medium,Good,,2025-10,,,,,,,,,,https://example.org/,press,`;
    dir = dataFolder([dated("E06000038", "Reading"), dated("E09000008", "Croydon")]);
    const on = (council: string, published: string) => ({
      ...barnet,
      council,
      slug: `${council.toLowerCase()}-1025`,
      published,
    });
    site.answers = siteOf([
      on("Reading", "2025-10-02"),
      on("Croydon", "2025-10-06"),
      on("Bury", "2025-09-30"),
    ]);
    const before = contents(dir);
    const { diff, written } = await run(site.origin, dir, { accept: true });
    expect(diff.items.map(({ council, what, reasons }) => [council, what, reasons])).toEqual([
      [
        "Reading",
        "contradicted",
        [
          "enters the complete set with 2025-10-02, though the data are complete to 2025-10-03 without it",
        ],
      ],
      [
        "Bury",
        "contradicted",
        ["published by 2025-10-03, to which the data are complete without it"],
      ],
      [
        "Croydon",
        "contradicted",
        [
          "leaves the complete set with 2025-10-06, though the data are complete to 2025-10-03 with it",
        ],
      ],
    ]);
    expect([written, contents(dir)]).toEqual([[], before]);
  });

  it("takes a second assessment, years later, for another one, and two pages of one for none", async () => {
    dir = dataFolder([barnetRow(reportUrl("barnet-0126"))]);
    const later = { ...barnet, slug: "barnet-0129", published: "2029-01-19", scores: "333333332" };
    const twin = { ...kent, slug: "kent-0326" };
    site.answers = siteOf([barnet, later, kent, twin]);
    const { diff } = await run(site.origin, dir, {}, effects("2029-02-01"));
    expect(diff.items.map(({ what, council, published }) => [what, council, published])).toEqual([
      ["changed", "Barnet", "2026-01-16"],
      ["new", "Barnet", "2029-01-19"],
      ["new", "Kent", "2026-02-20"],
      ["contradicted", "Kent", "2026-02-20"],
    ]);
  });
});

describe("a report that is gone", () => {
  const rows = () => [barnetRow(reportUrl("barnet-0126"))];
  it("waits for a person where the row is sure", async () => {
    dir = dataFolder(rows());
    site.answers = siteOf([kent]);
    const { diff } = await run(site.origin, dir, { accept: true });
    expect(diff.items.map(({ what, council, reasons }) => [what, council, reasons])).toEqual([
      ["new", "Kent", []],
      [
        "contradicted",
        "Barnet",
        ["not in the listing, and its page is gone: withdrawn, or moved?"],
      ],
    ]);
    expect(read(dir, "assessments.csv")).toContain("Barnet,formal,published,high");
    await run(site.origin, dir, { accept: true, settle: ["E09000003"] });
    expect(read(dir, "assessments.csv")).toContain("Barnet,formal,withdrawn,high");
    expect(readDataset({ dir }).revisions).toMatchObject([{ reason: "withdrawal" }]);
  });

  it("waits for a person where the data are complete with it", async () => {
    // Of medium confidence, but one of the complete set.
    const row = barnetRow(reportUrl("barnet-0125")).replace("high", "medium");
    dir = dataFolder([row.replace("2026-01-16", "2025-01-24")]);
    site.answers = siteOf([kent]);
    const { diff } = await run(site.origin, dir, { accept: true });
    expect(diff.items.map(({ what, council }) => [what, council])).toEqual([
      ["new", "Kent"],
      ["contradicted", "Barnet"],
    ]);
  });

  it("is marked as withdrawn, never deleted, where the listing and its page agree", async () => {
    dir = dataFolder(rows().map((row) => row.replace("high", "medium")));
    site.answers = siteOf([kent]);
    const { diff } = await run(site.origin, dir, { accept: true });
    expect(diff.items.map(({ what, council }) => [what, council])).toEqual([
      ["new", "Kent"],
      ["withdrawn", "Barnet"],
    ]);
    expect(read(dir, "assessments.csv")).toContain(
      "E09000003,Barnet,formal,withdrawn,medium,Good,75",
    );
    expect(readDataset({ dir }).revisions).toMatchObject([
      {
        field: "status",
        reason: "withdrawal",
        old: "published",
        new: "withdrawn",
        date: "by 2026-11-28",
      },
    ]);
    const after = contents(dir);
    await run(site.origin, dir, { accept: true });
    expect(contents(dir)).toEqual(after);

    // What is published in its place is another report; the same one back is for a person to see.
    const inPlace = { ...barnet, slug: "barnet-0426", published: "2026-04-10" };
    site.answers = siteOf([kent, inPlace]);
    expect((await run(site.origin, dir)).diff.items).toMatchObject([
      { what: "new", published: "2026-04-10" },
    ]);
    site.answers = siteOf([kent, barnet]);
    expect((await run(site.origin, dir)).diff.items).toMatchObject([
      { what: "contradicted", reasons: ["withdrawn in the data, but listed"] },
    ]);
  });

  it("is left as it is where its page answers, or the server cannot say", async () => {
    dir = dataFolder(rows());
    site.answers = { ...siteOf([kent]), [summaryPath(barnet.slug)]: summaryPage(barnet) };
    const there = await run(site.origin, dir);
    expect(there.diff.items.map(({ what }) => what)).toEqual(["new"]);
    expect(there.diff.problems).toEqual([
      `${site.origin}${summaryPath(barnet.slug)}: not in the listing, but still there: left as it is`,
    ]);
    site.answers[summaryPath(barnet.slug)] = (_, response) => response.writeHead(503).end();
    const unsaid = await run(site.origin, dir);
    expect(unsaid.diff.items.map(({ what }) => what)).toEqual(["new"]);
    expect(unsaid.diff.problems).toEqual([
      `not in the listing: ${site.origin}${summaryPath(barnet.slug)}: 503, after 2 requests`,
    ]);
  });

  it("is not sought where the listing could not be read to its end", async () => {
    dir = dataFolder(rows());
    site.answers = siteOf([kent, { ...kent, slug: "kent-0327" }], 1);
    site.answers["/search/content/7217?page=1"] = (_, response) => response.writeHead(500).end();
    const { diff } = await run(site.origin, dir);
    expect(diff.items.map(({ what }) => what)).toEqual(["new"]);
    expect(diff.problems).toEqual([
      `${site.origin}/search/content/7217?page=1: 500, after 2 requests`,
    ]);
  });

  it("is not believed of many at once", async () => {
    const names = ["Barking and Dagenham", "Bexley", "Brent", "Camden", "Bromley"];
    dir = dataFolder(
      names.map((name, i) =>
        barnetRow(reportUrl(`c${i}-0126`)).replace(
          "E09000003,Barnet",
          `E0900000${[2, 4, 5, 7, 6][i]},${name}`,
        ),
      ),
    );
    site.answers = siteOf([kent]);
    const before = contents(dir, true);
    await expect(run(site.origin, dir, { accept: true })).rejects.toMatchObject({
      problems: [
        "listing: 5 of 5 reports that the data hold are not in it: refused, nothing is changed",
      ],
      exitCode: 1,
    });
    expect(contents(dir, true)).toEqual(before);
  });

  it("is not believed of many that the listing had the last time", async () => {
    dir = dataFolder([barnetRow("https://example.org/")]);
    const many = ["Bexley", "Brent", "Camden", "Ealing", "Enfield"].map((council) => ({
      ...kent,
      council,
      slug: `${council.toLowerCase()}-0226`,
    }));
    site.answers = siteOf(many);
    await run(site.origin, dir);
    site.answers = siteOf(many.slice(0, 1));
    await expect(run(site.origin, dir)).rejects.toThrow(
      "listing: 4 of 5 reports listed the last time are not in it",
    );
  });
});
