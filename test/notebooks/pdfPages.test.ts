import { describe, expect, it } from "vitest";
import { published } from "../../src/cli/published.js";
import { councilSlugs } from "../../src/councils/data/councilSlugs.js";
import type { Dataset } from "../../src/councils/data/dataset.js";
import { footerOf } from "../../src/councils/pages/footer.js";
import type { Report } from "../../src/engine/report/block.js";
import { renderPdf } from "../../src/engine/report/pdf.js";
import { runNotebook } from "../../src/runNotebook.js";
import { inkOfPages } from "../engine/report/inkOfPages.js";
import { openPdf } from "../engine/report/openPdf.js";
import { madeUp } from "../madeUp.js";
import { publishedData } from "../publishedData.js";
import { runFor, runNamed } from "./said.js";

/** Between the margins of an A4 page, as a report that is set small has them, in points. */
const [top, foot] = [842 - 40, 37];
const emptyShare = (lowest: number) => Math.max(0, lowest - foot) / (top - foot);

/** What is wrong with how a report lies on its pages, a line each; made-up data may leave one emptier. */
async function faultsOf(
  report: Report,
  dataset: Dataset,
  most: number,
  mayBeEmptier = false,
): Promise<string[]> {
  const pdf = await renderPdf(report, {
    date: dataset.vintage,
    footer: footerOf(dataset, { version: "0.0.0" }),
    // As a run with CSV files prints them: where a figure's or table's data are takes room too.
    links: ({ id }) => ({ csv: `${report.id}/${id}.csv` }),
  });
  const shares = inkOfPages(pdf).map(({ lowest }) => emptyShare(lowest));
  const text = openPdf(pdf);
  return [
    ...(shares.length > most ? [`${shares.length} pages, at most ${most} wanted`] : []),
    ...shares.flatMap((share, i) => {
      const isLast = i === shares.length - 1;
      // A last page that holds the end of a list alone is one too many.
      return !mayBeEmptier && share > (isLast ? 0.8 : 0.25) && (!isLast || i > 0)
        ? [`page ${i + 1}: ${Math.round(100 * share)}% empty`]
        : [];
    }),
    ...(text.includes("/S /Table\n") && !text.includes("/Scope /Row")
      ? ["no headers of rows"]
      : []),
  ];
}

/** How many pages each report may take. */
const longest: Readonly<Record<string, number>> = {
  summary: 2,
  "single-word": 8,
  national: 6,
  pilots: 3,
  intervention: 4,
  elsewhere: 4,
  claims: 5,
  methods: 13,
  "self-assessment": 2,
  council: 2,
  compare: 2,
  region: 2,
};

const datasets: Readonly<Record<string, Dataset>> = {
  "the published data": publishedData,
  "one council": madeUp(["223333333"]),
  "many alike": madeUp(Array.from({ length: 12 }, (_, i) => `${i % 4 ? "3" : "1"}23323332`)),
};

describe.each([...published, "compare", "region"])("%s", (name) => {
  it.each(Object.keys(datasets))("fills its pages, and they are few: %s", async (data) => {
    const dataset = datasets[data];
    const isMadeUp = data !== "the published data";
    const report = await runNamed(name, dataset);
    expect(await faultsOf(report, dataset, longest[name], isMadeUp)).toEqual([]);
  });
});

describe("of what readers choose", () => {
  const run = (name: string, own: Readonly<Record<string, string>>) =>
    runNotebook(`notebooks/${name}.html`, {
      dataset: publishedData,
      params: { set: "complete", council: null, ...own },
      timeout: 180_000,
    });

  it("five councils side by side are one page", async () => {
    const councils = ["Warrington", "Hull", "Camden", "East Riding of Yorkshire", "Lincolnshire"];
    const report = await run("compare", { councils: councils.join(";") });
    expect(await faultsOf(report, publishedData, 1)).toEqual([]);
  });

  const regions = [...new Set(publishedData.councils.map(({ region }) => region))];
  it.each(regions)(
    "a region is two pages at most, and no table of it is empty: %s",
    async (region) => {
      const report = await run("region", { region });
      expect(await faultsOf(report, publishedData, 2)).toEqual([]);
      expect(
        report.blocks.flatMap((one) =>
          one.kind === "table" && one.data.rows.length === 0 ? one.id : [],
        ),
      ).toEqual([]);
    },
  );
});

describe("council", () => {
  const dataset = publishedData;
  const slugs = councilSlugs(dataset.councils);
  // One of each kind that a page tells in its own way.
  it.each([
    "bournemouth-christchurch-and-poole",
    "bromley",
    "birmingham",
    "city-of-london",
    "cornwall",
    "greenwich",
    "isles-of-scilly",
    "kingston-upon-hull",
    "nottingham",
    "sheffield",
    "warrington",
  ])("fills its pages, and they are two at most: %s", async (slug) => {
    const council = dataset.councils.find(({ gssCode }) => slugs.get(gssCode) === slug)!;
    expect(await faultsOf(await runFor("council", dataset, council), dataset, 2)).toEqual([]);
  });
});
