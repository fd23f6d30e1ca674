import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { contents, dataFolder, effects, read, reportUrl, run } from "./madeUpData.js";
import { siteOf, startSite, type MadeUpReport, type MadeUpSite } from "./madeUpSite.js";

/** No assessment is lost to another of the same council, and no date is taken from a wrong clock. */

let site: MadeUpSite;
let dir: string;
beforeEach(async () => {
  site = await startSite();
});
afterEach(async () => {
  await site.close();
  if (dir) rmSync(dir, { recursive: true, force: true });
});

// 27 of 36 is 75%, 24 is 67%: both Good. 22 is 62%.
const first: MadeUpReport = {
  council: "Barnet",
  slug: "barnet-0126",
  scores: "333333333",
  published: "2026-01-16",
};
const second = { ...first, slug: "barnet-0726", scores: "333332223", published: "2026-07-10" };
const high = (url = reportUrl("barnet-0126")) =>
  `E09000003,Barnet,formal,published,high,Good,75,2026-01-16,3,3,3,3,3,3,3,3,3,${url},CQC report page,`;
const press = (rating: string, published: string, confidence = "medium") =>
  `E09000003,Barnet,formal,published,${confidence},${rating},,${published},,,,,,,,,,https://example.org/,press,`;
const rowsOf = () =>
  readDataset({ dir }).assessments.map(({ published, rating, sum }) => [published, rating, sum]);

describe("a second assessment", () => {
  it.each([
    [[first, second], "in order"],
    [[second, first], "the later first"],
    [[second], "alone"],
  ])("six months later is a row of its own, listed %#", async (reports) => {
    dir = dataFolder([high()]);
    // Were it not listed, the first would be looked for.
    site.answers = {
      ...siteOf(reports),
      ...Object.fromEntries(
        Object.entries(siteOf([first])).filter(([path]) => path.endsWith("/summary")),
      ),
    };
    const { diff } = await run(site.origin, dir, { accept: true });
    expect(diff.items.filter(({ what }) => what === "contradicted")).toEqual([]);
    expect(rowsOf()).toEqual([
      ["2026-01-16", "Good", 27],
      ["2026-07-10", "Good", 24],
    ]);
  });

  it.each(["2026-02-06", "2026-01-20", "2027-06-01"])(
    "on %s too, whatever lies between them",
    async (published) => {
      dir = dataFolder([high()]);
      site.answers = siteOf([first, { ...second, published }]);
      await run(site.origin, dir, { accept: true }, effects("2027-11-28"));
      expect(rowsOf().map(([date]) => date)).toEqual(["2026-01-16", published].sort());
    },
  );

  it.each(["medium", "low"])(
    "never overwrites a row of %s confidence: a person says which it is",
    async (confidence) => {
      dir = dataFolder([press("Requires improvement", "2026-01", confidence)]);
      site.answers = siteOf([second]);
      const before = contents(dir);
      const { diff, written } = await run(site.origin, dir, { accept: true });
      expect([written, contents(dir)]).toEqual([[], before]);
      expect(diff.items).toMatchObject([
        {
          what: "contradicted",
          line: 2,
          reasons: [
            "published: 2026-01 in the data and 2026-07-10 on the page: the same assessment " +
              "(--settle E09000003), or another (--settle E09000003=new)?",
          ],
        },
      ]);

      await run(site.origin, dir, { accept: true, settle: ["E09000003=new"] });
      expect(rowsOf()).toEqual([
        ["2026-01", "Requires improvement", null],
        ["2026-07-10", "Good", 24],
      ]);
      // It is settled: nothing is left to say.
      const again = await run(site.origin, dir, { accept: true });
      expect([again.diff.items, again.diff.same]).toEqual([[], 1]);
    },
  );

  it("is the same one, dated from elsewhere, where a person says so", async () => {
    dir = dataFolder([press("Requires improvement", "2026-06-30")]);
    site.answers = siteOf([second]);
    await run(site.origin, dir, { accept: true, settle: ["E09000003"] });
    expect(rowsOf()).toEqual([["2026-07-10", "Good", 24]]);
    expect(
      readDataset({ dir }).revisions.map(({ field, old, new: now }) => [field, old, now]),
    ).toEqual([
      ["rating", "Requires improvement", "Good"],
      ["published", "2026-06-30", "2026-07-10"],
    ]);
  });

  it.each([[[first, second]], [[second, first]]])(
    "leaves the row of the press to the page of its month, whichever is listed first",
    async (reports) => {
      dir = dataFolder([press("Requires improvement", "2026-01")]);
      site.answers = siteOf(reports);
      const { diff } = await run(site.origin, dir, { accept: true });
      expect(diff.items.map(({ what, published }) => [what, published])).toEqual([
        ["changed", "2026-01-16"],
        ["new", "2026-07-10"],
      ]);
      expect(rowsOf()).toEqual([
        ["2026-01-16", "Good", 27],
        ["2026-07-10", "Good", 24],
      ]);
    },
  );

  it("at the address of the first is for a person, who can add it", async () => {
    dir = dataFolder([high()]);
    site.answers = siteOf([{ ...second, slug: first.slug }]);
    const { diff } = await run(site.origin, dir, { accept: true });
    expect(diff.items[0].reasons[0]).toContain("2026-07-10 on the page at the same address");
    expect(rowsOf()).toEqual([["2026-01-16", "Good", 27]]);
    await run(site.origin, dir, { accept: true, settle: ["E09000003=new"] });
    expect(rowsOf()).toEqual([
      ["2026-01-16", "Good", 27],
      ["2026-07-10", "Good", 24],
    ]);
  });

  it("of an undated row that says otherwise is for a person, and one that agrees fills it", async () => {
    for (const [rating, what] of [
      ["Requires improvement", "contradicted"],
      ["Good", "changed"],
    ]) {
      dir = dataFolder([press(rating, "")]);
      site.answers = siteOf([second]);
      const { diff } = await run(site.origin, dir);
      expect(diff.items.map((item) => item.what)).toEqual([what]);
      rmSync(dir, { recursive: true });
    }
  });

  it("and a third: two pages never become one row", async () => {
    dir = dataFolder([press("Inadequate", "2025-12")]);
    site.answers = siteOf([first, second]);
    const before = contents(dir);
    await expect(
      run(site.origin, dir, { accept: true, settle: ["E09000003"] }),
    ).rejects.toMatchObject({
      problems: ["--settle: two pages would become one row: E09000003: try E09000003=new"],
      exitCode: 2,
    });
    expect(contents(dir)).toEqual(before);
    await run(site.origin, dir, { accept: true, settle: ["E09000003=new"] });
    expect(rowsOf().map(([published]) => published)).toEqual([
      "2025-12",
      "2026-01-16",
      "2026-07-10",
    ]);
  });

  it.each([
    [["Barnet"], "--settle: expected CODE or CODE=new: Barnet"],
    [["E09000003=old"], "--settle: expected CODE or CODE=new: E09000003=old"],
    [["E09000003", "E09000003=new"], "--settle: expected one of E09000003 and E09000003=new"],
  ])("cannot be settled as %j", async (settle, problem) => {
    dir = dataFolder([press("Good", "2026-01")]);
    await expect(run(site.origin, dir, { accept: true, settle })).rejects.toMatchObject({
      problems: [problem],
      exitCode: 2,
    });
    expect(site.requests).toEqual([]);
  });
});

describe("a date to come", () => {
  it("is refused, of a page as of its last change", async () => {
    dir = dataFolder([press("Good", "2026-01")]);
    site.answers = siteOf([
      { ...first, published: "2062-01-16", slug: "barnet-0162" },
      { ...first, council: "Kent County Council", slug: "kent-0126", updated: "2026-11-29" },
    ]);
    const before = contents(dir);
    const { diff } = await run(site.origin, dir, { accept: true });
    expect(diff.items.map(({ what, row, reasons }) => [what, row, reasons[0]])).toEqual([
      ["contradicted", null, "published: after today, 2026-11-28: 2062-01-16"],
      ["contradicted", null, "updated: after today, 2026-11-28: 2026-11-29"],
    ]);
    expect(contents(dir)).toEqual(before);
  });
});

describe("a clock", () => {
  it.each(["2003-11-28", "2026-01-15", "2026-09-06", "2037-01-01", "2099-11-28"])(
    "that says %s is refused before anything is read or written",
    async (day) => {
      dir = dataFolder([high()]);
      writeFileSync(join(dir, "datapackage.json"), '{"vintage": "2026-09-07"}');
      site.answers = siteOf([first]);
      const before = contents(dir, true);
      for (const options of [{ accept: true }, { dryRun: true }, {}])
        await expect(run(site.origin, dir, options, effects(day))).rejects.toMatchObject({
          problems: [
            `clock: this machine says ${day}, and the data hold 2026-09-07: set its clock; nothing was read`,
          ],
        });
      expect([site.requests, contents(dir, true)]).toEqual([[], before]);
    },
  );

  it("is held against the newest row where that is later than the day of the data", async () => {
    dir = dataFolder([press("Good", "2026-12")]);
    site.answers = siteOf([first]);
    await expect(run(site.origin, dir)).rejects.toThrow("the data hold 2026-12");
    // A month has its days.
    await run(site.origin, dir, {}, effects("2026-12-01"));
    expect(read(dir, join("raw", "index.json"))).toContain("2026-12-01T");
  });
});
