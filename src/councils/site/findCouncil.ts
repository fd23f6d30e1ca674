import { escapeHtml } from "../../engine/report/escapeHtml.js";
import type { Council } from "../data/dataset.js";
import { everydayNames } from "../data/nameForms.js";
import { plainScript } from "../pages/plainScript.js";
import { regionsOf, type SiteData } from "./siteData.js";

const byName = (a: Council, b: Council) => a.name.localeCompare(b.name, "en");

/** The councils that have a page, by name. */
export const listed = ({ dataset, councils }: SiteData): readonly Council[] =>
  dataset.councils.filter(({ gssCode }) => councils.has(gssCode)).sort(byName);

/** A council as an item that a search finds by any of its names and by its code. */
function itemHtml(council: Council, { councils }: SiteData, up: string): string {
  const { name, officialName, gssCode, region } = council;
  const names = [name, officialName, ...everydayNames(council), gssCode].join("|");
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
</form>`;

/**
 * The script of the field: lists what matches, the beginning of names first. Enter opens the first
 * of them. It reads the page's own list, so the page holds nothing twice.
 */
export const findScript = `
${plainScript}
const form = document.querySelector("form.search");
const field = form.querySelector("input");
const list = form.querySelector(".found");
const status = form.querySelector("[role=status]");
const most = 8;
const councils = [...document.querySelectorAll("li[data-find]")].map((item) => ({
  names: item.dataset.find.split("|").map(plain),
  region: item.dataset.region,
  link: item.querySelector("a"),
}));
const rank = ({names}, asked) => Math.min(...names.map((name) =>
  name === asked ? 0 : name.startsWith(asked) ? 1 : (" " + name).includes(" " + asked) ? 2 : name.includes(asked) ? 3 : 9));
function show() {
  const asked = plain(field.value);
  const found = asked === "" ? [] : councils
    .map((council, i) => ({council, i, rank: rank(council, asked)}))
    .filter((one) => one.rank < 9)
    .sort((a, b) => a.rank - b.rank || a.i - b.i)
    .map((one) => one.council);
  list.replaceChildren(...found.slice(0, most).map(({link, region}) => {
    const item = document.createElement("li");
    const copy = item.appendChild(document.createElement("a"));
    copy.href = link.href;
    copy.textContent = link.textContent + " ";
    copy.appendChild(document.createElement("small")).textContent = region;
    return item;
  }));
  list.hidden = found.length === 0;
  status.textContent = asked === "" ? ""
    : found.length === 0 ? "No council has that name. Try part of it, or choose from the list."
    : found.length === 1 ? "1 council. Press Enter to open it."
    : found.length + " councils" + (found.length > most ? ", the first " + most + " shown" : "") + ".";
}
field.addEventListener("input", show);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const first = list.querySelector("a");
  if (first) location.href = first.href;
});
form.hidden = false;
show();
`.trimStart();
