import { escapeHtml } from "../../engine/report/escapeHtml.js";
import type { Council } from "../data/dataset.js";
import { namesOf } from "../data/nameForms.js";
import { regionsOf, type SiteData } from "./siteData.js";

const byName = (a: Council, b: Council) => a.name.localeCompare(b.name, "en");

/** The councils that have a page, by name. */
export const listed = ({ dataset, councils }: SiteData): readonly Council[] =>
  dataset.councils.filter(({ gssCode }) => councils.has(gssCode)).sort(byName);

/** A council as an item that a search finds by any of its names and by its code. */
function itemHtml(council: Council, { councils }: SiteData, up: string): string {
  const { name, gssCode, region } = council;
  const names = [...namesOf(council), gssCode].join("|");
  return `<li data-find="${escapeHtml(names)}" data-region="${escapeHtml(region)}"><a href="${up}councils/${councils.get(gssCode)}/">${escapeHtml(name)}</a></li>`;
}

/** All councils from A to Z, with links to the first of each letter. */
export function fromAToZ(site: SiteData, up: string): string {
  const councils = listed(site);
  const letters = [...new Set(councils.map(({ name }) => name[0].toUpperCase()))];
  const groups = letters.map((letter) => {
    const items = councils
      .filter(({ name }) => name[0].toUpperCase() === letter)
      .map((council) => itemHtml(council, site, up));
    return `<section aria-labelledby="letter-${escapeHtml(letter)}"><h3 id="letter-${escapeHtml(letter)}">${escapeHtml(letter)}</h3>\n<ul class="plain">\n${items.join("\n")}\n</ul></section>`;
  });
  const links = letters.map(
    (letter) => `<li><a href="#letter-${escapeHtml(letter)}">${escapeHtml(letter)}</a></li>`,
  );
  return `<nav aria-label="Councils by letter"><ul class="letters">\n${links.join("\n")}\n</ul></nav>\n${groups.join("\n")}`;
}

/** The regions that have a page, by name. */
export function regionLinks({ dataset, regions }: SiteData, up: string): string {
  const items = regionsOf(dataset).flatMap((region) => {
    const slug = regions.get(region);
    return slug === undefined
      ? []
      : [`<li><a href="${up}regions/${slug}/">${escapeHtml(region)}</a></li>`];
  });
  return items.length === 0 ? "" : `<ul class="plain">\n${items.join("\n")}\n</ul>`;
}

/** The field that finds a council as its name is typed: shown where scripts run. */
export const findField = `<form class="search" role="search" hidden>
<label for="find">Name of a council, or its ONS code</label>
<input id="find" type="search" autocomplete="off" spellcheck="false" aria-describedby="find-status">
<ul class="found" hidden></ul>
<p id="find-status" role="status"></p>
<p class="postcode" hidden>GOV.UK tells you whose area a postcode is in: <a href="https://www.gov.uk/find-local-council">www.gov.uk/find-local-council</a></p>
</form>`;
