import type { Descriptor } from "../../datapackage/descriptor.js";
import type { SitePage } from "../../engine/report/sitePage.js";
import { feedFiles } from "../pages/feed.js";
import { councilsFolder } from "../data/pagePath.js";
import { siteTitle } from "../pages/siteTitle.js";
import { councilsPage, regionsPage } from "./councilsPage.js";
import { dataArchive } from "./dataArchive.js";
import { archivePath, dataPage, dictionaryPage } from "./dataPages.js";
import { figuresPage } from "./figuresPage.js";
import { frontPage } from "./frontPage.js";
import { glossaryPage } from "./glossaryPage.js";
import type { SiteReport } from "./reportLines.js";
import { oldAddresses } from "./oldAddresses.js";
import { ratingRows } from "./ratingRows.js";
import { ratingsCsv, ratingsPage } from "./ratingsPage.js";
import { ratingsScript } from "./ratingsScript.js";
import { reportsPage } from "./reportsPage.js";
import { cardPath } from "./siteCard.js";
import type { SiteData } from "./siteData.js";

/** The pages of a site besides its reports, and the files that they use, by path. */
export interface SitePages {
  readonly pages: readonly SitePage[];
  readonly files: ReadonlyMap<string, string | Uint8Array>;
}

/** What the pages of a site are made from besides the data. */
export interface SiteParts {
  readonly descriptor: Descriptor;
  /** The files of the data, as they were read. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The script of the field that finds a council. */
  readonly findScript: string;
  /** The picture of the site's cards, as PNG. */
  readonly card?: Uint8Array;
}

/** The site's own pages of a dataset. */
export function sitePages(
  site: SiteData,
  reports: readonly SiteReport[],
  { descriptor, files, findScript, card }: SiteParts,
): SitePages {
  const archive = dataArchive(files, descriptor);
  const { dataset, changes, address, councils } = site;
  const feed = feedFiles({
    dataset,
    changes,
    title: siteTitle,
    ...(address !== undefined && { address }),
    pageOf: (gssCode) => {
      const slug = councils.get(gssCode);
      return slug === undefined ? undefined : `${councilsFolder}/${slug}/`;
    },
  });
  return {
    pages: [
      frontPage(site, reports),
      councilsPage(site),
      ...(site.regions.size > 0 ? [regionsPage(site, reports)] : []),
      ratingsPage(site),
      reportsPage(site, reports),
      figuresPage(site, reports),
      glossaryPage(site),
      dataPage(descriptor, files, archive),
      dictionaryPage(descriptor),
    ],
    files: new Map<string, string | Uint8Array>([
      ["assets/find.js", findScript],
      ["assets/ratings.js", ratingsScript],
      ...(card ? [[cardPath, card] as const] : []),
      ["ratings/ratings.csv", ratingsCsv(ratingRows(site.dataset))],
      [archivePath, archive],
      ...oldAddresses(councils.values()),
      ...feed,
    ]),
  };
}
