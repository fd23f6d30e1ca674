import { perObject } from "../../perObject.js";
import { councilSlugs } from "./councilSlugs.js";
import type { Council, Dataset } from "./dataset.js";

const slugsOf = perObject(({ councils }: Pick<Dataset, "councils">) => councilSlugs(councils));

/** The folder of councils' pages in a site, and that of regions' pages. */
export const councilsFolder = "councils";
export const regionsFolder = "regions";

/** What the folder of a region's page is called. */
export const regionSlug = (region: string): string =>
  region
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "") || "region";

/** The way from a site's root to the page of a council: `councils/camden`. */
export function councilPath(
  dataset: Pick<Dataset, "councils">,
  { gssCode }: Pick<Council, "gssCode">,
): string {
  return `${councilsFolder}/${slugsOf(dataset).get(gssCode) ?? ""}`;
}

/** The way from a site's root to the page of a region: `regions/north-east`. */
export const regionPath = (region: string): string => `${regionsFolder}/${regionSlug(region)}`;
