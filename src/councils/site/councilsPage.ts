import { escapeHtml } from "../../engine/report/escapeHtml.js";
import { count } from "../../engine/report/format.js";
import type { SitePage } from "../../engine/report/sitePage.js";
import { asAt } from "../pages/about.js";
import { findField, fromAToZ, listed, regionLinks } from "./findCouncil.js";
import { liveRegion, type SiteReport } from "./reportLines.js";
import type { SiteData } from "./siteData.js";

/** The page that lists every council's page: by name, and by region. It says nothing of any council. */
export function councilsPage(site: SiteData): SitePage {
  const councils = count(listed(site).length, "council");
  return {
    path: "councils/index.html",
    title: "Find a council",
    description: `What CQC published on each of ${councils}, from A to Z.`,
    about: [asAt(site.dataset, site.set)],
    scripts: ["assets/find.js"],
    main: `<div class="find">
${findField}
<p>There is a page for each of ${escapeHtml(councils)}. They are listed by name, which is no ranking.</p>
</div>
<h2 id="regions">By region</h2>
${regionLinks(site, "../")}
<h2 id="all">From A to Z</h2>
${fromAToZ(site, "../")}`,
  };
}

/** The page that lists the regions, each with its councils, and leads to the one to choose on. */
export function regionsPage(site: SiteData, reports: readonly SiteReport[]): SitePage {
  const { regions, councils } = site;
  const parts = [...regions].map(([region, slug]) => {
    const items = listed(site)
      .filter((council) => council.region === region)
      .map(
        ({ gssCode, name }) =>
          `<li><a href="../councils/${councils.get(gssCode)}/">${escapeHtml(name)}</a></li>`,
      );
    return `<h2><a href="${slug}/">${escapeHtml(region)}</a></h2>\n<ul class="plain">\n${items.join("\n")}\n</ul>`;
  });
  return {
    path: "regions/index.html",
    title: "Councils by region",
    description: "The regions of England and their councils, from A to Z.",
    about: [asAt(site.dataset, site.set)],
    main: `${liveRegion(reports, "../")}${parts.join("\n")}`,
  };
}
