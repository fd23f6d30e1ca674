import { unzipSync } from "fflate";
import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, test } from "vitest";
import { dataFiles } from "../../../src/councils/data/dataFiles.js";
import { councilSlugs } from "../../../src/councils/data/councilSlugs.js";
import type { Dataset } from "../../../src/councils/data/dataset.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { regionSlug } from "../../../src/councils/data/pagePath.js";
import { dataArchive } from "../../../src/councils/site/dataArchive.js";
import { readVintages } from "../../../src/councils/data/readVintages.js";
import { changes } from "../../../src/councils/pages/changes.js";
import { ratingRows } from "../../../src/councils/site/ratingRows.js";
import { ratingsCsv } from "../../../src/councils/site/ratingsPage.js";
import { regionsOf } from "../../../src/councils/site/siteData.js";
import { sitePages, type SitePages } from "../../../src/councils/site/sitePages.js";
import { readDescriptor } from "../../../src/datapackage/descriptor.js";
import { lendDocument } from "../../../src/engine/notebook/headlessDocument.js";
import { madeUp } from "../../madeUp.js";

const dataset = readDataset();
const descriptor = readDescriptor();
const files = dataFiles();

const reports = [
  { id: "mine", title: "<Mine>", sentence: "It finds & tells." },
  { id: "region", title: "One region", sentence: "" },
];

function pagesOf(data: Dataset): SitePages {
  const site = {
    dataset: data,
    set: "complete" as const,
    councils: councilSlugs(data.councils),
    regions: new Map(regionsOf(data).map((region) => [region, regionSlug(region)])),
    changes: changes(readVintages(), data),
    hasGuides: false,
  };
  const release = lendDocument();
  try {
    return sitePages(site, reports, {
      descriptor,
      files,
      findScript: "",
    });
  } finally {
    release();
  }
}

let made: SitePages;
beforeAll(() => {
  made = pagesOf(dataset);
});
const page = (path: string) => {
  const found = made.pages.find((one) => one.path === path)!;
  return parseHTML(`<main>${found.main}</main>`).document;
};

test("the address that a council's page had leads on to the page", () => {
  const old = String(made.files.get("councils/camden.html"));
  expect(old).toContain('content="0; url=camden/"');
  expect(parseHTML(old).document.querySelector("a")?.getAttribute("href")).toBe("camden/");
});

describe("the front page", () => {
  test("leads to every council by name, and to every region, without scripts", () => {
    const document = page("index.html");
    const links = [...document.querySelectorAll("li[data-find] a")];
    expect(links).toHaveLength(153);
    const names = links.map((link) => link.textContent);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, "en")));
    const camden = links.find((link) => link.textContent === "Camden");
    expect(camden?.getAttribute("href")).toBe("councils/camden/");
    expect(document.querySelectorAll(".find details a[href^='regions/']")).toHaveLength(9);
    expect(document.querySelector("form.search")!.hasAttribute("hidden")).toBe(true);
  });

  test("leads to the page on which a region is chosen, as does that of regions", () => {
    for (const [path, href] of [
      ["index.html", "live/region.html"],
      ["regions/index.html", "../live/region.html"],
    ])
      expect(page(path).querySelector(`a[href='${href}']`)?.textContent).toBe("Choose a region");
  });

  test("finds Hull and Bristol by what people call them", () => {
    const find = (href: string) =>
      page("index.html").querySelector(`li:has(a[href='${href}'])`)!.getAttribute("data-find");
    expect(find("councils/kingston-upon-hull/")).toContain("|Hull|");
    expect(find("councils/bristol/")).toMatch(/^Bristol\|/);
  });

  test("opens with the finding, four numbers and the chart, and lists notebooks as text", () => {
    const document = page("index.html");
    expect(document.querySelector(".lead")!.textContent).toContain("50 of 72 councils");
    expect(document.querySelectorAll(".tiles li")).toHaveLength(4);
    expect(document.querySelectorAll("figure")).toHaveLength(1);
    const mine = [...document.querySelectorAll("a")].find((a) => a.textContent === "<Mine>");
    expect(mine?.getAttribute("href")).toBe("mine.html");
  });

  test.each([
    ["one council", madeUp(["333333333"])],
    ["no scores", madeUp(["........."])],
  ])("is made of %s", (_, data) => {
    expect(pagesOf(data).pages[0].main).toContain("Find your council");
  });
});

describe("the table of ratings", () => {
  const rows = ratingRows(dataset);
  const of = (name: string) => rows.find((row) => row.name === name)!;

  test("has every council by name, and no rank", () => {
    expect(rows).toHaveLength(153);
    expect(page("ratings/index.html").querySelectorAll("tbody tr")).toHaveLength(153);
    expect(of("Camden")).toMatchObject({
      rating: "Outstanding",
      total: 32,
      published: "2025-02-28",
      sourceName: "CQC",
    });
  });

  test("prints no rating, total or source of what is not confirmed or was withdrawn", () => {
    const low = dataset.assessments.filter(({ confidence }) => confidence === "low");
    expect(low.length).toBeGreaterThan(0);
    for (const row of rows.filter(({ rating }) => rating === "Not confirmed"))
      expect(row).toMatchObject({ total: null, source: null, sourceName: null });
    const withdrawn = rows.filter(({ rating }) => / withdrawn$/.test(rating));
    expect(withdrawn.map(({ name, rating }) => [name, rating])).toEqual([
      ["Bromley", "Reported withdrawn"],
    ]);
    for (const row of withdrawn) expect(row).toMatchObject({ total: null, source: null });
    expect(rows.some(({ rating }) => rating === "Not confirmed")).toBe(true);
  });

  test("tells a withdrawal from one that a single source reports, with a choice of each", () => {
    const made = madeUp(["222222222", "222222222"], (i) => ({
      status: "withdrawn" as const,
      confidence: i === 0 ? ("low" as const) : ("high" as const),
    }));
    expect(ratingRows(made).map(({ rating }) => rating)).toEqual([
      "Reported withdrawn",
      "Report withdrawn",
    ]);
    const choices = [...page("ratings/index.html").querySelectorAll("#rating option")];
    const named = choices.map(({ textContent }) => textContent);
    expect(named).toContain("Reported withdrawn");
    expect(named).not.toContain("Report withdrawn");
    expect(page("ratings/index.html").querySelector(".note")!.textContent).toContain(
      "“Reported withdrawn” means that one source alone says",
    );
  });

  test("gives a CSV file that no spreadsheet runs", () => {
    const csv = ratingsCsv([{ ...of("Camden"), name: "=1+1;2" }]);
    expect(csv.replace(/^\ufeff/, "")).toMatch(
      /^gss_code,Council,Region,Type,Rating,Total,Published,"Published, known to the",Source\r\n/,
    );
    expect(csv).toMatch(
      /\nE09000007,"'=1\+1;2",London,London borough,Outstanding,32,2025-02-28,day,/,
    );
  });
});

describe("the data", () => {
  test("are all in the archive as they are, and its bytes repeat", () => {
    const archive = dataArchive(files, descriptor);
    expect(Buffer.from(dataArchive(files, descriptor)).equals(Buffer.from(archive))).toBe(true);
    const held = unzipSync(archive);
    for (const [path, content] of files)
      expect(Buffer.from(held[`ninefold-data/${path}`]).equals(content), path).toBe(true);
    expect(Object.keys(held)).toHaveLength(files.size + 2);
    expect(Buffer.from(held["ninefold-data/LICENCES.txt"]).toString()).toContain(
      "Open Government Licence v3.0",
    );
  });

  test("have each column in the dictionary", () => {
    const said = page("data/dictionary/index.html");
    for (const resource of descriptor.resources) {
      const section = said.querySelector(
        `section[aria-labelledby='${resource.path.replace(/[^a-z0-9]+/gi, "-")}']`,
      )!;
      const fields =
        resource.profile === "tabular-data-resource"
          ? resource.schema.fields.map(({ name }) => name)
          : [];
      expect([...section.querySelectorAll("tbody th")].map((th) => th.textContent)).toEqual(fields);
    }
  });

  test("are said to be raw beside their links", () => {
    expect(page("data/index.html").querySelector("main")!.textContent).toContain("raw");
    const links = [...page("data/index.html").querySelectorAll("li > a")];
    expect(links.map((link) => link.getAttribute("href"))).toEqual(
      expect.arrayContaining(["assessments.csv", "context/ascof_long.csv"]),
    );
  });
});

test("the glossary has the statements by name", () => {
  const said = page("glossary/index.html").querySelector("main")!.textContent;
  for (const { name } of dataset.scheme.parts) expect(said).toContain(name);
  expect(said).toContain("Good 23 to 31");
});
