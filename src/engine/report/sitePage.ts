import type { Prose } from "./block.js";
import { aboutHtml, pageHtml } from "./page.js";
import { upFrom, type CardPicture, type SiteFrame } from "./siteFrame.js";

/** A page of a site that is no report: a project gives it, and a site gives it its frame. */
export interface SitePage {
  /** Its file from the site's root: `index.html`, `areas/index.html`. */
  readonly path: string;
  readonly title: string;
  /** What it holds, in a sentence, for a card where its address is shared. */
  readonly description: string;
  /** What a reader must know of the data, a sentence each. */
  readonly about?: readonly string[];
  /** The content, as HTML whose addresses are as this page has them. */
  readonly main: string;
  /** Its scripts, from the site's root. The page reads whole without them. */
  readonly scripts?: readonly string[];
  /** More for the head, as HTML. */
  readonly head?: string;
  /** What its card shows. */
  readonly picture?: CardPicture;
}

/** Its own site's files alone; no text becomes code. */
const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; object-src 'none'";

/** A page of a site as one HTML file. */
export function sitePageHtml(page: SitePage, frame: SiteFrame, footer?: Prose): string {
  const { path, title, description, about = [], main, scripts = [], head = "", picture } = page;
  const tags = scripts.map(
    (script) => `<script type="module" src="${upFrom(path)}${script}"></script>`,
  );
  return pageHtml({
    title,
    card: { title, description },
    policy,
    header: aboutHtml(about),
    head: [`<link rel="icon" href="data:,">`, ...tags, head].filter(Boolean).join("\n"),
    main,
    ...(footer && { footer }),
    place: { frame, path, ...(picture && { picture }) },
  });
}
