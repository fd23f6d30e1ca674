import { rmSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { diffProblems } from "../../../src/cqc/refresh/diffText.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { validateDirectory } from "../../../src/councils/data/validateDirectory.js";
import { contents, dataFolder, effects, reportUrl, run } from "./madeUpData.js";
import { eras, siteOfEras, statementPath } from "./madeUpEras.js";
import { startSite, summaryPage, type MadeUpSite } from "./madeUpSite.js";

/** CQC has put its summaries at many kinds of addresses: each is found by the links that lead to it. */

const reports = "/care-services/local-authority-assessment-reports";
const isFound = ({ summary }: (typeof eras)[number]) => summary !== null;

let site: MadeUpSite;
let dir: string;
beforeEach(async () => {
  site = await startSite(siteOfEras());
  // The data are complete to a day before all but the pilots; what is new then is new.
  dir = dataFolder([
    "E09000007,Camden,formal,published,high,Good,75,2026-08-07,3,3,3,3,3,3,3,3,3,https://example.org/,press,",
  ]);
});
afterEach(async () => {
  await site.close();
  rmSync(dir, { recursive: true, force: true });
});

const paths = () => site.requests.map(({ path }) => path.replace(reports, ""));

describe("on an empty cache", () => {
  it("finds the summary of each era, and the scores of a pilot on its statements' pages", async () => {
    const { diff } = await run(site.origin, dir, { accept: false });
    const rows = new Map(diff.items.map(({ council, row, url }) => [council, { row, url }]));
    for (const { council, summary, scores, published } of eras.filter(isFound)) {
      const name = council.replace(
        / (County|City) Council|City of | Council|Royal Borough of /g,
        "",
      );
      const found = rows.get(name);
      expect(found?.url, council).toBe(`${site.origin}${reports}/${summary}`);
      expect(found?.row).toMatchObject({
        published,
        source_url: found?.url,
        ...Object.fromEntries([...scores].map((score, i) => [`qs${i + 1}`, Number(score)])),
      });
    }
    expect(diff.items).toHaveLength(5);
    expect(diff.problems).toEqual([]);
  });

  it("says of the one that links none where it was sought, and what was there", async () => {
    const { diff } = await run(site.origin, dir);
    const kent = `${site.origin}${reports}/kent-0626`;
    expect(diff.notFound).toEqual([
      {
        ...{ gssCode: "E10000016", council: "Kent", slug: "kent-0626" },
        looked: [
          {
            url: kent,
            what: expect.stringContaining(
              "the first page of a report, which has no rating",
            ) as string,
          },
          { url: `${kent}/summary`, what: "404" },
          { url: `${kent}-summary`, what: "404" },
          { url: `${kent}/overall-summary`, what: "404" },
        ],
      },
    ]);
    expect(diffProblems(diff).filter((line) => line.startsWith("no summary found"))).toEqual([
      expect.stringMatching(/^no summary found: Kent \(E10000016\), kent-0626: http.*\(404\)$/),
    ]);
  });

  it("asks for no page of another council's report, and for each page once", async () => {
    await run(site.origin, dir);
    expect(paths().filter((path) => path.includes("camden"))).toEqual([]);
    expect(new Set(paths()).size).toBe(paths().length);
    // robots.txt, the list, six first pages, five summaries, a pilot's nine statements, and where
    // Kent's was sought.
    expect(paths()).toHaveLength(2 + 6 + 5 + 9 + 3);
  });
});

describe("with nothing new", () => {
  it("asks whether each page has changed, writes nothing, and says the same", async () => {
    const settle = ["E10000015", "E09000033"];
    const added = await run(site.origin, dir, { accept: true, settle });
    expect(added.written).toEqual(["assessments.csv", "datapackage.json"]);
    expect(validateDirectory(dir).problems).toEqual([]);
    expect(readDataset({ dir }).assessments).toHaveLength(6);
    const before = contents(dir);
    site.requests.splice(0);
    const again = await run(site.origin, dir, { accept: true }, effects("2026-12-05"));
    expect([again.written, again.diff.items, again.diff.same]).toEqual([[], [], 5]);
    expect(contents(dir)).toEqual(before);
    const conditional = site.requests.filter(({ headers }) => headers["if-none-match"]);
    expect(conditional).toHaveLength(6 + 5 + 9);
    expect(again.diff.notFound.map(({ slug }) => slug)).toEqual(["kent-0626"]);
  });

  it("finds the row of a report whatever address of it the data hold", async () => {
    for (const address of ["Hertfordshire-0524", "Hertfordshire2", "Hertfordshire-0524/summary"]) {
      const herts = eras.filter(({ slug }) => slug === "Hertfordshire-0524");
      site.answers = siteOfEras(herts);
      rmSync(dir, { recursive: true });
      dir = dataFolder([
        `E10000015,Hertfordshire,formal,published,high,Good,78,2024-05,3,3,3,3,4,3,3,3,3,${reportUrl(address)},CQC report page,`,
      ]);
      const { diff } = await run(site.origin, dir);
      expect(diff.items.map(({ what, line }) => [what, line])).toEqual([["changed", 2]]);
    }
  });
});

describe("a link", () => {
  const york = eras.filter(({ slug }) => slug === "york-1225");
  const at = (path: string) => `${reports}/${path}`;

  it("that moves is followed to where it leads now", async () => {
    site.answers = siteOfEras(york);
    await run(site.origin, dir);
    site.answers = siteOfEras([{ ...york[0], summary: "york-1225/overview-of-our-report" }]);
    const { diff } = await run(site.origin, dir);
    expect(diff.items.map(({ url }) => url)).toEqual([
      site.origin + at("york-1225/overview-of-our-report"),
    ]);
  });

  it("to a summary of another council gives no row under this one's name", async () => {
    const other = summaryPage({ ...york[0], council: "Camden" });
    site.answers = { ...siteOfEras(york), [at("york-1225/summary")]: other };
    const { diff } = await run(site.origin, dir, { accept: true });
    expect(diff.items.map(({ what, reasons }) => [what, reasons.join()])).toEqual([
      ["contradicted", expect.stringMatching(/^council: Camden, where the list names York/)],
    ]);
    // Nor where its address does not tell.
    site.answers = {
      ...siteOfEras([{ ...york[0], summary: "annual-report" }]),
      [at("annual-report")]: other,
    };
    const unnamed = await run(site.origin, dir, { accept: true });
    expect(unnamed.diff.items.map(({ what, reasons }) => [what, reasons.join()])).toEqual([
      ["contradicted", expect.stringMatching(/^council: Camden, where the list names York$/)],
    ]);
  });

  it("to another site, or out of the reports, is not followed", async () => {
    const first = (href: string) =>
      `<main><h1>City of York Council: local authority assessment</h1><p>Assessment published: 5 December 2025</p><a href="${href}">Overall summary</a></main>`;
    for (const href of [
      "https://example.org/care-services/local-authority-assessment-reports/york-1225/summary",
      "/admin/summary",
      `${reports}/../../admin`,
      "javascript:alert(1)",
      `${reports}/york-1225/%2e%2e/summary`,
    ]) {
      site.answers = { ...siteOfEras(york), [at("york-1225")]: first(href) };
      delete site.answers[at("york-1225/summary")];
      site.requests.splice(0);
      const { diff } = await run(site.origin, dir);
      expect(diff.notFound.map(({ slug }) => slug)).toEqual(["york-1225"]);
      expect(paths().filter((path) => !path.includes("york-1225"))).toEqual([
        "/robots.txt",
        "/search/content/7217",
      ]);
    }
  });

  it("in a circle ends", async () => {
    const circle = (to: string) =>
      `<main><h1>City of York Council: local authority assessment</h1><p>Assessment published: 5 December 2025</p><a href="${at(to)}">Overall summary</a></main>`;
    site.answers = {
      ...siteOfEras(york),
      [at("york-1225")]: circle("york-1225/summary"),
      [at("york-1225/summary")]: circle("york-1225/a"),
      [at("york-1225/a")]: circle("york-1225"),
    };
    const { diff } = await run(site.origin, dir);
    expect(diff.notFound[0].looked.map(({ url }) => url.split("/").at(-1))).toEqual([
      "york-1225",
      "summary",
      "a",
      "york-1225-summary",
      "overall-summary",
    ]);
  });
});

describe("a pilot's statements", () => {
  const suffolk = eras.filter(({ slug }) => slug === "suffolk-cc");
  const third = `${reports}/${statementPath("suffolk-cc", 2, true)}`;

  it("that are not there, or are of another council, leave their score unknown", async () => {
    const pages = siteOfEras(suffolk);
    site.answers = { ...pages };
    delete site.answers[third];
    const { diff } = await run(site.origin, dir);
    expect(diff.items[0].row).toMatchObject({ qs1: 3, qs2: 3, qs3: null, qs4: 3, rating: "Good" });
    expect(diff.problems).toEqual([]);
    site.answers[third] = siteOfEras([{ ...suffolk[0], council: "Norfolk County Council" }])[third];
    const other = await run(site.origin, dir);
    expect(other.diff.items[0].row).toMatchObject({ qs3: null });
    expect(other.diff.problems).toEqual([
      expect.stringMatching(/statement-3: council: Norfolk, where the list names Suffolk/),
    ]);
  });

  it("are found by the pages of its themes, where its own page links no more", async () => {
    const pages = siteOfEras(suffolk);
    const theme = `${reports}/suffolk-cc/1-working`;
    const links = [0, 1, 2, 3, 4, 5, 6, 7, 8]
      .map(
        (i) =>
          `<a href="${reports}/${statementPath("suffolk-cc", i, true)}">${["Assessing needs", "Supporting people to live healthier lives", "Equity in experience and outcomes", "Care provision, integration and continuity", "Partnerships and communities", "Safe systems, pathways and transitions", "Safeguarding", "Governance, management and sustainability", "Learning, improvement and innovation"][i]}</a>`,
      )
      .join("");
    site.answers = {
      ...pages,
      [`${reports}/suffolk-cc`]: `<main><h1>Suffolk County Council assessment</h1><p>Assessment published: 17 November 2023</p><a href="${reports}/suffolk-cc/overall-summary">Overall summary</a><a href="${theme}">Theme 1: Working with people</a></main>`,
      [theme]: `<main><h1>Suffolk County Council assessment</h1>${links}</main>`,
    };
    const { diff } = await run(site.origin, dir);
    expect(diff.items[0].row).toMatchObject({ qs1: 3, qs5: 4, qs9: 2 });
  });
});
