import { councilSlugs } from "../councils/data/councilSlugs.js";
import type { Dataset } from "../councils/data/dataset.js";
import { currentCouncils } from "../councils/data/successions.js";
import type { SetName } from "../councils/analysis/select.js";
import { regionSlug, regionsFolder as regionSeries } from "../councils/data/pagePath.js";
import { regionsOf } from "../councils/site/siteData.js";
import type { Job } from "../engine/notebook/build/job.js";
import { packageSeries } from "./councils.js";

export interface BodyJobs {
  /** The notebook on councils, and that on regions. */
  readonly council: string;
  readonly region: string;
  readonly dataset: Dataset;
  readonly set: SetName;
}

/** The end of an address that asks for something. */
const asked = (values: Readonly<Record<string, string>>) => `?${new URLSearchParams(values)}`;

/** A page for each council, which leads to its region, to its neighbours and to what is live. */
function councilJobs({ council: file, dataset, set }: BodyJobs): Job[] {
  const slugs = councilSlugs(dataset.councils);
  const byName = [...currentCouncils(dataset)].sort((a, b) => a.name.localeCompare(b.name, "en"));
  return dataset.councils.map(({ gssCode, name, region, type }) => {
    const neighbours = byName
      .filter((other) => other.region === region && other.gssCode !== gssCode)
      .map((other) => ({ href: `../${slugs.get(other.gssCode)}/`, text: other.name }));
    return {
      file,
      name: slugs.get(gssCode)!,
      series: { folder: packageSeries, linkText: "All councils", isNested: true },
      params: { set, council: gssCode },
      own: {},
      label: name,
      beside: [
        { href: `../../${regionSeries}/${regionSlug(region)}/`, text: region },
        { href: `../../live/compare.html${asked({ councils: gssCode })}`, text: "Compare" },
      ],
      others: [
        { title: `Other councils: ${region}`, links: neighbours },
        {
          title: "More",
          links: [
            {
              href: `../../live/council.html${asked({ council: gssCode })}`,
              text: "Choose another council",
            },
            {
              href: `../../ratings/${asked({ region })}`,
              text: `All ratings: ${region}`,
            },
            {
              href: `../../ratings/${asked({ type })}`,
              text: `All ratings: ${type}`,
            },
            { href: "../../glossary/", text: "What the words mean" },
          ],
        },
      ],
    };
  });
}

/** A page for each region, which leads to its councils and to what is live. */
function regionJobs({ region: file, dataset, set }: BodyJobs): Job[] {
  const slugs = councilSlugs(dataset.councils);
  return regionsOf(dataset).map((region) => ({
    file,
    name: regionSlug(region),
    series: { folder: regionSeries, linkText: "All regions", isNested: true },
    params: { set, council: null },
    own: { region },
    label: region,
    others: [
      {
        title: `Councils: ${region}`,
        links: [...currentCouncils(dataset)]
          .filter((council) => council.region === region)
          .sort((a, b) => a.name.localeCompare(b.name, "en"))
          .map(({ gssCode, name }) => ({
            href: `../../${packageSeries}/${slugs.get(gssCode)}/`,
            text: name,
          })),
      },
      {
        title: "More",
        links: [
          {
            href: `../../live/region.html${asked({ region })}`,
            text: "Choose another region",
          },
          { href: `../../ratings/${asked({ region })}`, text: `All ratings: ${region}` },
          { href: "../../glossary/", text: "What the words mean" },
        ],
      },
    ],
  }));
}

/** The pages of a site on single councils and regions. */
export const bodyJobs = (of: BodyJobs): Job[] => [...councilJobs(of), ...regionJobs(of)];
