import { toCsv } from "../../engine/report/csv.js";
import { escapeHtml } from "../../engine/report/escapeHtml.js";
import { count } from "../../engine/report/format.js";
import { isSafeAddress } from "../../engine/report/markdown.js";
import type { SitePage } from "../../engine/report/sitePage.js";
import { ratingsOf } from "../../ratings/scheme.js";
import {
  notConfirmed,
  notKnown,
  reportedWithdrawn,
  reportWithdrawn,
} from "../data/publicRating.js";
import { asAt } from "../pages/about.js";
import { ratingRows, type RatingRow } from "./ratingRows.js";
import type { SiteData } from "./siteData.js";

/** The rows as a CSV file for people. */
export function ratingsCsv(rows: readonly RatingRow[]): string {
  return toCsv({
    columns: [
      { key: "gssCode", label: "gss_code" },
      { key: "name", label: "Council" },
      { key: "region", label: "Region" },
      { key: "type", label: "Type" },
      { key: "rating", label: "Rating" },
      { key: "total", label: "Total" },
      { key: "published", label: "Published", isDate: true },
      { key: "source", label: "Source" },
    ],
    rows: rows.map((row) => ({ ...row })),
  });
}

const header = ratingsCsv([]).trimEnd();

/** The line of a row in the CSV file: the script of the page puts those together that are shown. */
const csvLine = (row: RatingRow) => ratingsCsv([row]).slice(header.length).trim();

const labels = ["Region", "Type", "Rating", "Total", "Published", "Report"];
const stack = labels.map((label, i) => `--c${i + 2}:'${label}: '`).join(";");

function rowHtml(row: RatingRow, { councils }: SiteData): string {
  const { gssCode, name, region, type, rating, total, published, publishedWords } = row;
  const slug = councils.get(gssCode);
  const link =
    slug === undefined
      ? escapeHtml(name)
      : `<a href="../councils/${slug}/">${escapeHtml(name)}</a>`;
  const source =
    row.source === null || row.sourceName === null || !isSafeAddress(row.source)
      ? "–"
      : `<a href="${escapeHtml(row.source)}">${escapeHtml(row.sourceName)}<span class="hidden"> on ${escapeHtml(name)}</span></a>`;
  const sortable = (value: string | number | null) =>
    value === null ? "" : ` data-sort="${escapeHtml(String(value))}"`;
  return `<tr data-csv="${escapeHtml(csvLine(row))}"><th scope="row">${link}</th><td>${escapeHtml(region)}</td><td>${escapeHtml(type)}</td><td>${escapeHtml(rating)}</td><td class="number"${sortable(total)}>${escapeHtml(String(total ?? "–"))}</td><td${sortable(published)}>${escapeHtml(publishedWords ?? "–")}</td><td>${source}</td></tr>`;
}

function choice(label: string, name: string, values: readonly string[]): string {
  const options = values.map((value) => `<option>${escapeHtml(value)}</option>`);
  return `<div><label for="${name}">${label}</label><select id="${name}" name="${name}"><option value="">All</option>${options.join("")}</select></div>`;
}

const inOrder = (values: readonly string[]) => [...new Set(values)].sort();

/**
 * Every rating as a table from A to Z, which a reader can narrow and sort where scripts run. It
 * numbers no row.
 */
export function ratingsPage(site: SiteData): SitePage {
  const { dataset, set } = site;
  const rows = ratingRows(dataset);
  const ratings = [...ratingsOf(dataset.scheme)].reverse();
  const words = [...ratings, notConfirmed, reportWithdrawn, reportedWithdrawn, notKnown];
  const known = rows.filter(({ rating }) => ratings.includes(rating)).length;
  const open = rows.filter(({ rating }) => rating === notConfirmed).length;
  return {
    path: "ratings/index.html",
    title: "Every published rating, from A to Z",
    description: `The rating of ${known} of ${count(rows.length, "council")}, with total, date and a link to the report.`,
    about: [asAt(dataset, set)],
    scripts: ["assets/ratings.js"],
    main: `<p>A confirmed rating is known here for ${known} of ${count(rows.length, "council")}${open === 0 ? "" : `; of ${open} more the rating is not confirmed, and is not shown`}. The table is by name: it ranks nobody. A rating not known here may have been published since.</p>
<p class="downloads"><a href="ratings.csv">The whole table as CSV</a></p>
<form class="filters" hidden>
<div><label for="council">Council</label><input id="council" name="council" type="search" autocomplete="off" spellcheck="false"></div>
${choice("Region", "region", inOrder(rows.map(({ region }) => region)))}
${choice("Type", "type", inOrder(rows.map(({ type }) => type)))}
${choice(
  "Rating",
  "rating",
  words.filter((word) => rows.some(({ rating }) => rating === word)),
)}
<p role="status"></p>
<p class="downloads"><a class="these" href="ratings.csv">These rows as CSV</a> <a class="link" href="./">Link to this choice</a></p>
</form>
<div class="scroll" role="group" tabindex="0" aria-label="Table: every published rating">
<table id="ratings" class="stacked" style="${stack}" data-csv="${escapeHtml(header.replace(/^\ufeff/, ""))}">
<caption class="hidden">Every published rating, from A to Z</caption>
<thead><tr><th scope="col">Council</th>${labels.map((label) => `<th scope="col"${label === "Total" ? ' class="number"' : ""}>${label}</th>`).join("")}</tr></thead>
<tbody>
${rows.map((row) => rowHtml(row, site)).join("\n")}
</tbody>
</table>
</div>
<p class="note">A dash (–) stands for no value. “${notConfirmed}” means that one source alone gives a rating.${rows.some(({ rating }) => rating === reportedWithdrawn) ? ` “${reportedWithdrawn}” means that one source alone says that CQC took the report down.` : ""}</p>`,
  };
}
