import { findCouncil } from "../councils/data/findCouncil.js";
import { councilSlugs } from "../councils/data/councilSlugs.js";
import type { Council, Dataset } from "../councils/data/dataset.js";
import type { SetName } from "../councils/analysis/select.js";
import { councilsFolder } from "../councils/data/pagePath.js";
import { ExpectedError } from "../errors.js";
import type { ParamValues } from "../engine/notebook/params.js";
import type { Job } from "../engine/notebook/build/job.js";
import { list } from "../engine/report/format.js";

/** Which councils a report is made for, each on its own. */
export interface CouncilOptions {
  readonly council?: readonly string[];
  readonly region?: string;
  readonly allCouncils?: boolean;
}

/** The folder of what the package's own notebook on councils makes. */
export const packageSeries = councilsFolder;
export const indexReport = (series: string) => `${series}/index`;
/** The page of all councils of a series. */
export const councilsIndexPath = (series: string) => `${indexReport(series)}.html`;

/** The option that asks for reports on single councils, or null where none does. */
export function councilOption({ council, region, allCouncils }: CouncilOptions): string | null {
  if (council !== undefined) return "--council";
  if (region !== undefined) return "--region";
  return allCouncils === true ? "--all-councils" : null;
}

/** The councils of a region. Throws an ExpectedError, one line, for one that is not known. */
export function councilsOfRegion({ councils }: Dataset, asked: string): readonly Council[] {
  const plain = (name: string) => name.trim().toLowerCase();
  const found = councils.filter(({ region }) => plain(region) === plain(asked));
  if (found.length > 0) return found;
  const known = [...new Set(councils.map(({ region }) => region))].sort();
  throw new ExpectedError(`--region: expected ${list(known)}: ${asked.trim() || "(blank)"}`, 2);
}

/** The councils that are asked for. Throws an ExpectedError, one line, for what is not known. */
export function askedCouncils(dataset: Dataset, options: CouncilOptions): readonly Council[] {
  const { council, region } = options;
  if (council !== undefined) return [...new Set(council.map((text) => findCouncil(dataset, text)))];
  if (region !== undefined) return councilsOfRegion(dataset, region);
  if (dataset.councils.length === 0)
    throw new ExpectedError("--all-councils: the data hold no council");
  return dataset.councils;
}

/** A notebook run for each of some councils. */
export function councilJobs(
  { file, series }: { readonly file: string; readonly series: string },
  councils: readonly Council[],
  {
    dataset,
    set,
    own,
  }: { readonly dataset: Dataset; readonly set: SetName; readonly own: ParamValues },
): Job[] {
  const slugs = councilSlugs(dataset.councils);
  return councils.map(({ gssCode, name }) => ({
    file,
    name: slugs.get(gssCode)!,
    series: { folder: series, linkText: "All councils" },
    params: { set, council: gssCode },
    own,
    label: name,
  }));
}

/** Whether a report is one of a series, on a council that the data do not hold. */
export function isGoneFrom(dataset: Dataset, series: string): (report: string) => boolean {
  const slugs = [...councilSlugs(dataset.councils).values()].map((slug) => `${series}/${slug}`);
  const made = new Set([...slugs, indexReport(series)]);
  return (report) => report.startsWith(`${series}/`) && !made.has(report);
}
