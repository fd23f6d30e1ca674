import { escapeHtml } from "../../engine/report/escapeHtml.js";
import type { SitePage } from "../../engine/report/sitePage.js";
import { asAt } from "../pages/about.js";
import { reportName, type SiteReport } from "./reportLines.js";
import type { SiteData } from "./siteData.js";

/** The page that lists every figure that has a page, by report. */
export function figuresPage(site: SiteData, reports: readonly SiteReport[]): SitePage {
  const parts = reports
    .filter(({ figures = [] }) => figures.length > 0)
    .map((report) => {
      const items = (report.figures ?? []).map(
        ({ title, number, folder }) =>
          `<li><a href="../${folder}">${escapeHtml(title)}</a><span class="source">Figure ${number}</span></li>`,
      );
      return `<h2>${escapeHtml(reportName(report))}</h2>\n<ul class="lines">\n${items.join("\n")}\n</ul>`;
    });
  return {
    path: "figures/index.html",
    title: "Every figure",
    description: "Every figure as a picture to reuse, with its data and how to cite it.",
    about: [asAt(site.dataset, site.set)],
    main: parts.join("\n"),
  };
}
