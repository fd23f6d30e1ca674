import type { SetName } from "../analysis/select.js";
import type { Dataset } from "../data/dataset.js";
import type { Change } from "../pages/changes.js";

/** What the pages of a site say, and where the pages of single councils and regions lie. */
export interface SiteData {
  readonly dataset: Dataset;
  readonly set: SetName;
  /** What the folder of each council is called, by its code: those that have a page. */
  readonly councils: ReadonlyMap<string, string>;
  /** The same of regions, by name. */
  readonly regions: ReadonlyMap<string, string>;
  /** What has changed in the data, the newest first. */
  readonly changes: readonly Change[];
  /** The site's own address, where it is known. */
  readonly address?: string;
  /** Whether the guides for analysts are pages of it, in `docs/`. */
  readonly hasGuides: boolean;
}

/** The regions of the data, by name. */
export const regionsOf = ({ councils }: Pick<Dataset, "councils">): readonly string[] =>
  [...new Set(councils.map(({ region }) => region))].sort((a, b) => a.localeCompare(b, "en"));

/** Links on every page, from the site's root. */
export const siteNav = [
  { href: "", text: "Home" },
  { href: "councils/", text: "Councils" },
  { href: "ratings/", text: "Ratings" },
  { href: "reports/", text: "Reports" },
  { href: "data/", text: "Data" },
] as const;
