import { mostCompared } from "../councils/analysis/comparedCouncils.js";
import { councilSlugs } from "../councils/data/councilSlugs.js";
import type { Dataset } from "../councils/data/dataset.js";
import { regionSlug } from "../councils/pages/pagePath.js";
import { ExpectedError } from "../errors.js";
import { askedCouncils, councilsOfRegion, type CouncilOptions } from "./councils.js";
import type { GivenParam } from "./paramNames.js";

/** A report on several councils at once. */
export interface OneReport {
  readonly name: string;
  readonly param: readonly GivenParam[];
}

/**
 * What `report compare --council A --council B` and `report region --region R` ask for: one report,
 * where other notebooks make one for each council. Null for any other. Throws an ExpectedError for
 * too few or too many councils.
 */
export function oneReport(
  names: readonly string[],
  options: CouncilOptions,
  dataset: Dataset,
): OneReport | null {
  const [name, ...others] = names;
  if (others.length > 0) return null;
  if (name === "compare" && options.council !== undefined) {
    const councils = askedCouncils(dataset, options);
    if (councils.length < 2 || councils.length > mostCompared)
      throw new ExpectedError(
        `report compare: expected 2 to ${mostCompared} councils: ${councils.length}`,
        2,
      );
    const slugs = councilSlugs(dataset.councils);
    return {
      name: ["compare", ...councils.map(({ gssCode }) => slugs.get(gssCode)!)].join("-"),
      param: [["councils", councils.map(({ gssCode }) => gssCode).join(";")]],
    };
  }
  if (name === "region" && options.region !== undefined) {
    const [{ region }] = councilsOfRegion(dataset, options.region);
    return { name: `region-${regionSlug(region)}`, param: [["region", region]] };
  }
  return null;
}
