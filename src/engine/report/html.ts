import { blockHtml, escapeHtml } from "./blockHtml.js";
import type { BlockHtmlOptions } from "./blockHtml.js";
import { everything } from "./block.js";
import type { Block, Figure, Prose, Report, Table } from "./block.js";
import { cardOf } from "./cardOf.js";
import { newOutline, type OutlineEntry } from "./outline.js";
import { aboutHtml, pageHtml } from "./page.js";
import { upFrom, type SitePlace } from "./siteFrame.js";

export interface Link {
  readonly href: string;
  readonly text: string;
}

export interface HtmlOptions {
  /** How to cite the report, how to report a mistake, licences. */
  readonly footer?: Prose;
  /** The addresses of a block's data, relative to the page. */
  readonly links?: (block: Figure | Table) => BlockHtmlOptions["links"];
  /** Links below the page's title: other forms of the same report, and pages beside it. */
  readonly related?: readonly Link[];
  /** Pages to go on to, below the report. */
  readonly others?: readonly LinkList[];
  /** Where the page lies, if it is one of a site. */
  readonly place?: SitePlace;
}

/** Links under a heading. */
export interface LinkList {
  readonly title: string;
  readonly links: readonly Link[];
}

const linkHtml = ({ href, text }: Link) => `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`;

/** Pages to go on to, below the report. */
function othersHtml(lists: readonly LinkList[]): string {
  return lists
    .filter(({ links }) => links.length > 0)
    .map(({ title, links }, i) => {
      const id = `others_${i + 1}`;
      const items = links.map((link) => `<li>${linkHtml(link)}</li>`).join("\n");
      return `<nav class="others" aria-labelledby="${id}">\n<h2 id="${id}">${escapeHtml(title)}</h2>\n<ul>\n${items}\n</ul>\n</nav>`;
    })
    .join("\n");
}

/** From how many headings a page says what it holds. */
const fewestListed = 4;

/** The headings of a page as links, below its first figure; nothing for a page of few. */
function contentsHtml(entries: readonly OutlineEntry[]): string {
  const main = entries.filter(({ level }) => level === 2);
  if (main.length < fewestListed) return "";
  const items = main.map(({ id, text }) => `<li>${linkHtml({ href: `#${id}`, text })}</li>`);
  return `<nav class="contents" aria-label="On this page">\n<p>On this page</p>\n<ul>\n${items.join("\n")}\n</ul>\n</nav>`;
}

/** No script, no request: pictures are data addresses and the style is in the page. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * A report as one HTML page, complete in itself: no script, no request, readable from `file://`.
 * Throws an ExpectedError for prose that holds a construct which is not allowed.
 */
export function renderHtml(report: Report, options: HtmlOptions = {}): string {
  const outline = newOutline(report.title);
  // What the title says, or a search for nothing, need not be said again.
  const isSaidElsewhere = (block: Block) =>
    block.kind === "control" && (report.title.includes(block.value) || block.value === everything);
  const shown = report.blocks.filter((block) => !isSaidElsewhere(block));
  const firstFigure = shown.findIndex(({ kind }) => kind === "figure");
  const root = options.place && { root: upFrom(options.place.path) };
  let before = 0;
  const blocks = shown.map((block, i) => {
    const hasData = block.kind === "figure" || block.kind === "table";
    const links = hasData ? options.links?.(block) : undefined;
    const html = blockHtml(block, { outline, ...root, ...(links && { links }) });
    if (i <= firstFigure) before = outline.entries.length;
    return html;
  });
  blocks.splice(firstFigure + 1, 0, contentsHtml(outline.entries.slice(before)));
  const related = (options.related ?? []).map(linkHtml).join(" ");
  return pageHtml({
    title: report.title,
    card: cardOf(report),
    policy,
    header: `${aboutHtml(report.about)}\n${related && `<p class="downloads">${related}</p>`}`,
    after: othersHtml(options.others ?? []),
    ...(options.place && { place: options.place }),
    main: blocks.filter(Boolean).join("\n"),
    ...(options.footer && { footer: options.footer }),
  });
}
