import { blockHtml, escapeHtml } from "./blockHtml.js";
import type { BlockHtmlOptions } from "./blockHtml.js";
import type { Figure, Prose, Report, Table } from "./block.js";
import { firstSentence } from "./firstSentence.js";
import { newOutline } from "./outline.js";
import { aboutHtml, pageHtml } from "./page.js";

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
  const blocks = report.blocks.map((block) => {
    const hasData = block.kind === "figure" || block.kind === "table";
    const links = hasData ? options.links?.(block) : undefined;
    return blockHtml(block, { outline, ...(links && { links }) });
  });
  const related = (options.related ?? [])
    .map(({ href, text }) => `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`)
    .join(" ");
  return pageHtml({
    title: report.title,
    description: firstSentence(report),
    policy,
    header: `${aboutHtml(report.about)}\n${related && `<p class="downloads">${related}</p>`}`,
    main: blocks.join("\n"),
    ...(options.footer && { footer: options.footer }),
  });
}
