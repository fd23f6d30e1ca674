import type { Council } from "../data/dataset.js";
import type { Prose } from "../../engine/report/block.js";
import { escapeHtml } from "../../engine/report/blockHtml.js";
import { councilSearchFile } from "./councilSearch.js";
import { count, number } from "../../engine/report/format.js";
import { aboutHtml, pageHtml } from "../../engine/report/page.js";

/** A council with what its files are called. */
export interface IndexedCouncil extends Pick<
  Council,
  "gssCode" | "name" | "officialName" | "region"
> {
  readonly slug: string;
  readonly hasPdf: boolean;
}

export interface CouncilsIndexOptions {
  readonly councils: readonly IndexedCouncil[];
  /** How many councils the data hold. */
  readonly known: number;
  readonly about: readonly string[];
  readonly footer: Prose;
  /** The title of the notebook that made the pages, where it is not the package's own. */
  readonly of?: string;
}

/** Its own folder's script alone, so that a server's policy of 'self' allows it too. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; base-uri 'none'; form-action 'none'";

const listStyle = `<style>
.councils { list-style: none; padding: 0; columns: 16rem; column-gap: 2rem; }
.councils li { break-inside: avoid; }
.search label { display: block; font-weight: 700; }
.search input { font: inherit; color: var(--text); background: var(--page); border: 2px solid var(--text); padding: 0.25rem 0.5rem; width: 100%; max-width: 24rem; }
.search [role="status"] { min-height: 1.5em; color: var(--quiet); }
@media print { .search { display: none; } }
</style>
`;

const byName = (a: IndexedCouncil, b: IndexedCouncil) =>
  a.name.localeCompare(b.name, "en") || (a.gssCode < b.gssCode ? -1 : 1);

function itemHtml({ slug, name, officialName, gssCode, hasPdf }: IndexedCouncil): string {
  const find = escapeHtml(`${name} ${officialName} ${gssCode}`);
  const pdf = hasPdf
    ? ` (<a href="${slug}.pdf">PDF<span class="hidden">: ${escapeHtml(name)}</span></a>)`
    : "";
  return `<li data-find="${find}"><a href="${slug}.html">${escapeHtml(name)}</a>${pdf}</li>`;
}

const listHtml = (councils: readonly IndexedCouncil[]) =>
  `<ul class="councils">\n${councils.map(itemHtml).join("\n")}\n</ul>`;

/**
 * The page of all councils: by region, then from A to Z, with a field that finds one by its name
 * or code where scripts run. It says nothing of any council but where its page is.
 */
export function councilsIndex(options: CouncilsIndexOptions): string {
  const { known, about, footer, of } = options;
  const councils = [...options.councils].sort(byName);
  const regions = [...new Set(councils.map(({ region }) => region))].sort((a, b) =>
    a.localeCompare(b, "en"),
  );
  const sections = regions.map((region, i) => {
    const here = councils.filter((council) => council.region === region);
    return `<section data-group aria-labelledby="region-${i + 1}">
<h3 id="region-${i + 1}">${escapeHtml(region)}</h3>
${listHtml(here)}
</section>`;
  });
  const contents = regions.map(
    (region, i) => `<li><a href="#region-${i + 1}">${escapeHtml(region)}</a></li>`,
  );
  const missing =
    councils.length < known
      ? ` ${number(known - councils.length)} of ${count(known, "council")} in the data ${known - councils.length === 1 ? "has" : "have"} no page here.`
      : "";
  const says =
    of === undefined ? " It says what CQC published on the council and what follows from it." : "";
  const main = `<p>There is a page for ${councils.length === 1 ? "1 council" : `each of ${count(councils.length, "council")}`}.${says}${missing} Councils are listed by name, which is no ranking.</p>
<div class="search" hidden>
<label for="find">Find a council by its name or ONS code</label>
<input id="find" type="search" autocomplete="off" spellcheck="false">
<p role="status"></p>
</div>
<h2 id="regions">Councils by region</h2>
<ul>
${contents.join("\n")}
<li><a href="#all">All councils from A to Z</a></li>
</ul>
${sections.join("\n")}
<section id="all" data-group aria-labelledby="all-title">
<h2 id="all-title">All councils from A to Z</h2>
${listHtml(councils.map((council) => ({ ...council, hasPdf: false })))}
</section>`;
  return pageHtml({
    title:
      of === undefined
        ? "Councils: the scores behind each rating for adult social care"
        : `Councils: ${of}`,
    policy,
    header: aboutHtml(about),
    head: `${listStyle}<script src="${councilSearchFile}" defer></script>\n`,
    main,
    footer,
  });
}
