import type { SetName } from "../councils/analysis/select.js";
import { councilSlugs } from "../councils/data/councilSlugs.js";
import type { Dataset } from "../councils/data/dataset.js";
import { regionSlug, regionsFolder as regionSeries } from "../councils/data/pagePath.js";
import { regionsOf } from "../councils/site/siteData.js";
import { buildReports, type BuildOptions } from "../engine/notebook/build/buildReports.js";
import { count } from "../engine/report/format.js";
import { isGoneFrom, packageSeries } from "./councils.js";
import { notebookFiles } from "./notebooks.js";
import { bodyJobs } from "./siteJobs.js";

/** The pages of a site on single councils and regions, as its folder then holds them. */
export interface Bodies {
  /** What the folder of each council that has a page is called, by code. */
  readonly councils: ReadonlyMap<string, string>;
  /** The same of regions, by name. */
  readonly regions: ReadonlyMap<string, string>;
  readonly series: readonly string[];
  /** A line each. */
  readonly problems: readonly string[];
  /** How many were made and how many were there. */
  readonly said: string;
}

/** Makes the pages that are not there yet, in the folder of the site. */
export async function buildBodies(
  options: Omit<BuildOptions, "formats">,
  set: SetName,
): Promise<Bodies> {
  const dataset = options.data as Dataset;
  const [council, region] = notebookFiles(["council", "region"]);
  const jobs = bodyJobs({ council, region, dataset, set });
  const slugs = councilSlugs(dataset.councils);
  const isGoneCouncil = isGoneFrom(dataset, packageSeries);
  const regions = new Map(regionsOf(dataset).map((name) => [name, regionSlug(name)]));
  const isGoneRegion = (report: string) =>
    report.startsWith(`${regionSeries}/`) &&
    ![...regions.values()].includes(report.slice(regionSeries.length + 1));
  let there: ReadonlySet<string> = new Set();
  const { built, reused, problems } = await buildReports(jobs, {
    ...options,
    formats: ["html", "pdf", "csv"],
    isGone: (report) => isGoneCouncil(report) || isGoneRegion(report),
    index: (paths) => {
      there = paths;
      return [];
    },
  });
  const held = (series: string, folders: ReadonlyMap<string, string>) =>
    new Map([...folders].filter(([, slug]) => there.has(`${series}/${slug}/index.html`)));
  return {
    councils: held(packageSeries, slugs),
    regions: held(regionSeries, regions),
    series: [packageSeries, regionSeries],
    problems,
    said: `councils and regions: ${reused.length > 0 ? `reused ${reused.length}, ` : ""}built ${count(built.length, "page")}\n`,
  };
}
