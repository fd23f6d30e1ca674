import type { SitePage } from "../../engine/report/sitePage.js";
import { asAt } from "../pages/about.js";
import { reportLines, type SiteReport } from "./reportLines.js";
import type { SiteData } from "./siteData.js";

/** The page that lists the reports, with one line each. */
export function reportsPage(site: SiteData, reports: readonly SiteReport[]): SitePage {
  return {
    path: "reports/index.html",
    title: "Reports",
    description: "Reports on the ratings of adult social care in England, with one line each.",
    about: [asAt(site.dataset, site.set)],
    main: `${reportLines(reports, "../")}
<p>There is also a page for <a href="../councils/">each council</a> and for <a href="../regions/">each region</a>.</p>`,
  };
}
