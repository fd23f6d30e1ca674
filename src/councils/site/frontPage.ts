import { blockHtml, escapeHtml } from "../../engine/report/blockHtml.js";
import { newOutline } from "../../engine/report/outline.js";
import type { SitePage } from "../../engine/report/sitePage.js";
import { distribution } from "../analysis/distribution.js";
import { lowUnderGood } from "../analysis/lowUnderGood.js";
import { margins } from "../analysis/margins.js";
import { pairs } from "../analysis/pairs.js";
import { publishedTotals } from "../analysis/publishedTotals.js";
import { sumHistogram } from "../charts/sumHistogram.js";
import { beyondTheData } from "../findings/beyondTheData.js";
import { words } from "../analysis/words.js";
import { goodOrOutstanding } from "../findings/goodOrOutstanding.js";
import { needs } from "../findings/needs.js";
import { onePoint } from "../findings/onePoint.js";
import { someBelowGood } from "../findings/someBelowGood.js";
import { tiles } from "../findings/tell.js";
import { totals } from "../findings/totals.js";
import { asAt } from "../pages/about.js";
import { siteTitle } from "../pages/siteTitle.js";
import { findField, fromAToZ, listed, regionLinks } from "./findCouncil.js";
import { liveRegion, reportLines, type SiteReport } from "./reportLines.js";
import { siteSource } from "./siteCard.js";
import type { SiteData } from "./siteData.js";

/** The first page of a site: find a council, what the ratings show, the reports, the data. */
export function frontPage(site: SiteData, reports: readonly SiteReport[]): SitePage {
  const { dataset, set } = site;
  const sums = distribution(dataset, { set, need: "sum" });
  const first = goodOrOutstanding(sums, words(dataset, { set: "all" }));
  const beyond = beyondTheData(publishedTotals(dataset));
  const outline = newOutline(siteTitle);
  const figure = sumHistogram(sums, { source: siteSource });
  const numbers = tiles([
    needs(pairs(dataset, { set })),
    someBelowGood(lowUnderGood(dataset, { set })),
    totals(sums),
    onePoint(margins(dataset, { set, need: "sum" })),
  ]);
  const regions = regionLinks(site, "");
  return {
    path: "index.html",
    title: siteTitle,
    description: `${first.headline}.`,
    about: [asAt(dataset, set)],
    scripts: ["assets/find.js"],
    main: `<section class="find" aria-labelledby="find-title">
<h2 id="find-title">Find your council</h2>
${findField}
<details class="list">
<summary>All ${listed(site).length} councils from A to Z</summary>
${fromAToZ(site, "")}
</details>
${regions && `<details class="list">\n<summary>By region</summary>\n${regions}\n${liveRegion(reports, "")}</details>\n`}</section>
<div class="lead"><p><strong>${escapeHtml(first.headline)}.</strong> ${escapeHtml(first.detail)}</p></div>
${blockHtml(numbers, { outline })}
${blockHtml(figure, { outline })}
${beyond.saysNothing ? "" : `<p>${escapeHtml(beyond.detail)}</p>\n`}<p>See <a href="ratings/">every published rating</a> from A to Z, or <a href="live/compare.html">compare councils</a>.</p>
<h2 id="reports">Reports</h2>
${reportLines(reports, "")}
<h2 id="data">Data and definitions</h2>
<ul class="lines">
<li><a href="data/">All the data</a><span>Each file, what its columns hold, and one archive of everything.</span></li>
<li><a href="figures/">Every figure</a><span>As a picture to reuse, with its data and how to cite it.</span></li>
${site.changes.length > 0 ? `<li><a href="feed.xml">What changed</a><span>A feed of new, changed and withdrawn reports, and of verdicts that moved.</span></li>\n` : ""}<li><a href="glossary/">Glossary</a><span>What rating, score, statement and total mean here.</span></li>
</ul>
<h2 id="analysts">For analysts</h2>
<ul class="lines">
${site.hasGuides ? `<li><a href="docs/">Guides</a><span>Spreadsheets, R, Python, claims and notebooks of your own.</span></li>\n<li><a href="docs/reference/">Reference</a><span>Every function that the package exports.</span></li>\n` : ""}<li><a href="data/dictionary/">Data dictionary</a><span>Every column of every file.</span></li>
<li><a href="methods.html">Methods</a><span>Every test, check and assumption.</span></li>
<li><a href="live/explore.html">Explore</a><span>A notebook to copy and change.</span></li>
</ul>`,
  };
}
