import type { Prose } from "./block.js";
import { blockHtml, escapeHtml } from "./blockHtml.js";
import { newOutline } from "./outline.js";
import { cardHtml, feedHtml, navHtml, upFrom, type SitePlace } from "./siteFrame.js";
import { siteStyle } from "./siteStyle.js";
import { style } from "./style.js";

export interface PageOptions {
  readonly title: string;
  /** What is shown where its address is shared; nothing where the description is empty. */
  readonly card?: { readonly title: string; readonly description: string };
  /** The Content-Security-Policy that the page sets itself. */
  readonly policy: string;
  /** What follows the page's one heading 1 in its header, as HTML. */
  readonly header?: string;
  /** The content, as HTML. */
  readonly main: string;
  /** What follows the content, as HTML. */
  readonly after?: string;
  /** Attributes of the main element, as HTML. */
  readonly mainAttributes?: string;
  /** What the head holds besides, as HTML. */
  readonly head?: string;
  /** How to cite the report, how to report a mistake, licences. */
  readonly footer?: Prose;
  /** Where the page lies, if it is one of a site. */
  readonly place?: SitePlace;
}

/** What a reader must know of the data, as the list that a page's header opens with. */
export function aboutHtml(sentences: readonly string[]): string {
  const items = sentences.map((sentence) => `<li>${escapeHtml(sentence)}</li>`);
  return items.length > 0 ? `<ul class="about">\n${items.join("\n")}\n</ul>` : "";
}

/** The frame that all pages share: language, title, skip link, header, main content and footer. */
export function pageHtml(options: PageOptions): string {
  const { policy, header = "", main, mainAttributes = "", head = "", after = "" } = options;
  const title = escapeHtml(options.title);
  const { place } = options;
  const card = options.card?.description ? cardHtml(options.card, place) : "";
  const footer = options.footer
    ? `<footer>\n<div class="width">\n${blockHtml(options.footer, { outline: newOutline("", "footer"), ...(place && { root: upFrom(place.path) }) })}\n</div>\n</footer>\n`
    : "";
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${card}${place ? feedHtml(place) : ""}<style>
${style}${place ? `\n${siteStyle}` : ""}
</style>
${head}</head>
<body>
<a class="skip" href="#MainContent">Skip to the main content</a>
${place ? navHtml(place) : ""}<header>
<div class="width">
<h1>${title}</h1>
${header}
</div>
</header>
<main class="width" id="MainContent" tabindex="-1"${mainAttributes}>
${main}
</main>
${after && `<div class="width">\n${after}\n</div>\n`}${footer}</body>
</html>
`;
}
