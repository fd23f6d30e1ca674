import type { Prose } from "../report/block.js";
import { escapeHtml } from "../report/blockHtml.js";
import { aboutHtml, pageHtml } from "../report/page.js";
import type { FirstPaint } from "./firstPaint.js";
import type { SitePlace } from "../report/siteFrame.js";
import { liveHead } from "./liveHead.js";
import { assemblyPolicy, compilingPolicy, policy } from "./policy.js";

export interface LivePage {
  readonly id: string;
  readonly title: string;
  /** What it finds, or what it is for, in a sentence; empty where that is not known. */
  readonly sentence: string;
  readonly about: readonly string[];
  /** What its notebook is asked for where the address says nothing else. */
  readonly params: unknown;
  /** The page's script and those that it cannot do without, from the site's root. */
  readonly scripts: readonly string[];
  /** The address of the data from the site's root. */
  readonly data: string;
  /** The tables that were left out of it, and whether the page's scripts read them. */
  readonly tables: readonly {
    readonly name: string;
    readonly address: string;
    readonly isRead: boolean;
  }[];
  /** Packages that compile text into code, which the page's policy then has to allow. */
  readonly compiles: readonly string[];
  /** It uses a package that was compiled before, for any machine. */
  readonly isAssembled: boolean;
  /** The same report as a page that needs no script; none in a preview. */
  readonly isStatic: boolean;
  /** The report as it is without scripts; none in a preview. */
  readonly first?: FirstPaint;
  readonly footer: Prose;
  /** More for the head, as HTML. */
  readonly head?: string;
  /** Where the page lies in its site; its links then lead to the first page. */
  readonly place?: SitePlace;
  /** The folders of pages, one for each of some bodies, that the site has. */
  readonly series?: readonly string[];
}

/** Links from a live page: to the list of all, where no frame has it, and to its static forms. */
function linksHtml({ id, isStatic, place, series = [] }: LivePage): string {
  const all = place ? [] : [`<a href="../index.html">All notebooks</a>`];
  const forms = [
    `<a href="../${id}.html" data-form="page">This report without scripts</a>`,
    `<a href="../${id}.pdf" data-form="pdf">This report as PDF</a>`,
  ];
  const links = [...all, ...(isStatic ? forms : [])];
  return `<p class="live-links" data-series="${escapeHtml(series.join(" "))}">${links.join(" ")}</p>`;
}

/** The address of what looks at the page's own address, from the site's root. */
export const askedAddress = "assets/asked.js";

/** The page that a notebook opens in, one folder below the site's root. */
export function livePage(page: LivePage): string {
  const { id, title, about, params, scripts, data, compiles, footer } = page;
  const [script, ...others] = scripts.map((address) => escapeHtml(`../${address}`));
  const compilingWords =
    compiles.length > 0
      ? `<p class="note">This page uses ${escapeHtml(compiles.join(" and "))}, which compiles text into code in your browser. It therefore asks for the permission 'unsafe-eval' in its Content-Security-Policy, which no other page of this site needs. Where that is refused, parts of this page say so instead of showing figures.</p>\n`
      : "";
  const elsewhere = page.isStatic
    ? ` If this line stays, your browser runs no scripts here, or the page was opened from a disk rather than from a web server: <a href="../${id}.html">read the report without scripts</a>.`
    : "";
  const asked = page.first === undefined ? "" : `<script src="../${askedAddress}"></script>`;
  const first = page.first === undefined ? "" : `<div id="first">\n${page.first.main}\n</div>\n`;
  return pageHtml({
    title,
    card: { title, description: page.sentence },
    policy: `${compiles.length > 0 ? compilingPolicy : page.isAssembled ? assemblyPolicy : policy}; base-uri 'none'; form-action 'none'; object-src 'none'`,
    header: `${page.first?.about ?? aboutHtml(about)}\n${linksHtml(page)}`,
    head: [
      liveHead,
      asked,
      ...others.map((address) => `<link rel="modulepreload" href="${address}">`),
      `<script type="module" src="${script}"></script>`,
      page.head ?? "",
    ]
      .filter(Boolean)
      .join("\n"),
    mainAttributes: ` data-data="${escapeHtml(`../${data}`)}" data-tables="${escapeHtml(JSON.stringify(page.tables.map((table) => ({ ...table, address: `../${table.address}` }))))}" data-params="${escapeHtml(JSON.stringify(params))}" data-state="loading"`,
    main: `${compilingWords}<p id="loading" role="status">${page.first === undefined ? "Working out the figures." : "The controls of this page are being prepared."}${elsewhere}</p>
<p id="changes" class="hidden" role="status"></p>
${first}<div id="live"></div>`,
    footer,
    ...(page.place && { place: page.place }),
  });
}
