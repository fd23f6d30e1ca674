import { findCouncil } from "../data/findCouncil.js";
import { councilSlugs } from "../data/councilSlugs.js";
import type { Council, Dataset } from "../data/dataset.js";
import type { SetName } from "../analysis/select.js";
import { ExpectedError } from "../errors.js";
import type { Job } from "../notebook/build/job.js";
import { list } from "../report/format.js";

/** Which councils a report is made for, each on its own. */
export interface CouncilOptions {
  readonly council?: readonly string[];
  readonly region?: string;
  readonly allCouncils?: boolean;
}

/** The folder of councils' reports. */
export const series = "councils";
export const indexReport = `${series}/index`;
/** The page of all councils. */
export const councilsIndexPath = `${indexReport}.html`;

/** Whether reports on single councils are asked for. */
export function asksForCouncils({ council, region, allCouncils }: CouncilOptions): boolean {
  return council !== undefined || region !== undefined || allCouncils === true;
}

function councilsOfRegion({ councils }: Dataset, asked: string): readonly Council[] {
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
  file: string,
  councils: readonly Council[],
  { dataset, set }: { readonly dataset: Dataset; readonly set: SetName },
): Job[] {
  const slugs = councilSlugs(dataset.councils);
  return councils.map(({ gssCode, name }) => ({
    file,
    name: slugs.get(gssCode)!,
    series,
    params: { set, council: gssCode },
    label: name,
  }));
}

/** Whether a report is on a council that the data do not hold. */
export function isGoneFrom(dataset: Dataset): (report: string) => boolean {
  const slugs = [...councilSlugs(dataset.councils).values()].map((slug) => `${series}/${slug}`);
  const made = new Set([...slugs, indexReport]);
  return (report) => report.startsWith(`${series}/`) && !made.has(report);
}
