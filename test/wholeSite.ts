import { bodyJobs } from "../src/cli/siteJobs.js";
import { packageNotebooks } from "../src/cli/packageNotebooks.js";
import { councilSlugs } from "../src/councils/data/councilSlugs.js";
import { dataFiles } from "../src/councils/data/dataFiles.js";
import { readDataset } from "../src/councils/data/readDataset.js";
import { footerOf } from "../src/councils/pages/footer.js";
import { regionSlug } from "../src/councils/data/pagePath.js";
import { siteTitle } from "../src/councils/pages/siteTitle.js";
import { siteCard } from "../src/councils/site/siteCard.js";
import { regionsOf, siteNav } from "../src/councils/site/siteData.js";
import { sitePages } from "../src/councils/site/sitePages.js";
import { readDescriptor } from "../src/datapackage/descriptor.js";
import { lendDocument } from "../src/engine/notebook/headlessDocument.js";
import { makeReports } from "../src/engine/notebook/build/makeReports.js";
import { cardPng } from "../src/engine/report/pictureFiles.js";
import { buildSite, siteFormats } from "../src/engine/site/buildSite.js";
import { ExpectedError } from "../src/errors.js";
import { bundleScript } from "../src/engine/site/bundleScript.js";
import { project, findPage } from "../src/project.js";

/** Where it is said to be. */
export const siteAddress = "https://example.org/ratings/";

/**
 * A site as `ninefold site` builds it, by path, of some notebooks and of the pages of some bodies
 * alone: its front page leads to all of them. Throws what is wrong with any.
 */
export async function wholeSite(
  notebooks: readonly string[],
  bodies: readonly string[],
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const dataset = readDataset();
  const known = packageNotebooks();
  const set = "complete" as const;
  const drawn = <T>(draw: () => T): T => {
    const release = lendDocument();
    try {
      return draw();
    } finally {
      release();
    }
  };
  const { figure, picture } = drawn(() => siteCard(dataset, set))!;
  const frame = { name: siteTitle, nav: siteNav, address: siteAddress, picture };
  const common = {
    ...{ project, data: dataset, date: dataset.vintage, frame },
    footer: footerOf(dataset, { version: "0.0.0" }),
    // As long as a test may take: the machine may be slow.
    timeout: 180_000,
  };
  const [council, region] = ["council", "region"].map((name) => known.get(name)!);
  const jobs = bodyJobs({ council, region, dataset, set }).filter(({ label }) =>
    bodies.includes(label!),
  );
  const files = new Map<string, string | Uint8Array>();
  const made = { ...common, dataKey: null, formats: siteFormats({}) };
  await makeReports(jobs, made, {
    workers: 1,
    onMade: (_, one) => {
      if ("problems" in one) throw new ExpectedError(one.problems);
      for (const { path, content } of one.outputs) files.set(path, content);
    },
  });
  const site = {
    ...{ dataset, set },
    councils: councilSlugs(dataset.councils),
    regions: new Map(regionsOf(dataset).map((name) => [name, regionSlug(name)])),
    changes: [],
    hasGuides: false,
  };
  const data = dataFiles();
  const card = await cardPng(figure);
  const findScript = await bundleScript(findPage);
  const { outputs, problems } = await buildSite(
    notebooks.map((name) => known.get(name)!),
    {
      ...common,
      files: data,
      params: { set, council: null },
      title: siteTitle,
      series: ["councils", "regions"],
      pages: (reports) => {
        const parts = { descriptor: readDescriptor(), files: data, findScript, card };
        return drawn(() => sitePages(site, reports, parts));
      },
    },
  );
  if (problems.length > 0) throw new ExpectedError(problems);
  for (const { path, content } of outputs) files.set(path, content);
  return files;
}
