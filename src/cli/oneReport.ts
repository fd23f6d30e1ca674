import { mostCompared } from "../councils/analysis/comparedCouncils.js";
import { councilSlugs } from "../councils/data/councilSlugs.js";
import type { Council, Dataset } from "../councils/data/dataset.js";
import { regionSlug } from "../councils/data/pagePath.js";
import type { Job } from "../engine/notebook/build/job.js";
import type { Link } from "../engine/report/html.js";
import type { SetName } from "../councils/analysis/select.js";
import type { Format } from "../engine/report/render.js";
import { ExpectedError } from "../errors.js";
import { askedCouncils, councilsOfRegion, type CouncilOptions } from "./councils.js";
import { notebookFiles } from "./notebooks.js";
import type { GivenParam } from "./paramNames.js";

/** A report on several councils at once. */
export interface OneReport {
  readonly name: string;
  readonly param: readonly GivenParam[];
  /** The pages of single councils that go with it, as one PDF. */
  readonly joined?: {
    readonly name: string;
    readonly title: string;
    readonly councils: readonly Council[];
  };
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
    const councils = councilsOfRegion(dataset, options.region);
    const [{ region }] = councils;
    const report = `region-${regionSlug(region)}`;
    return {
      name: report,
      param: [["region", region]],
      joined: { name: `${report}-councils`, title: `${region}: each of its councils`, councils },
    };
  }
  return null;
}

/** One PDF of the pages of a report's councils, where it has any. */
export function joinedJobs(
  together: OneReport | null,
  formats: readonly Format[],
  set: SetName,
  suffix: string,
): readonly Job[] {
  if (together?.joined === undefined || !formats.includes("pdf")) return [];
  const { name, title, councils } = together.joined;
  const [file] = notebookFiles(["council"]);
  const params = councils.map(({ gssCode }) => ({ set, council: gssCode }));
  return [{ file, name: name + suffix, params: params[0], joins: { title, params } }];
}

export const joinedLink = (
  together: OneReport | null,
  formats: readonly Format[],
  suffix: string,
): readonly Link[] =>
  together?.joined === undefined || !formats.includes("pdf")
    ? []
    : [
        {
          href: `${together.joined.name}${suffix}.pdf`,
          text: "The pages of its councils, as one PDF",
        },
      ];
