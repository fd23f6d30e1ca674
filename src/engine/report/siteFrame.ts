import { escapeHtml } from "./escapeHtml.js";
import type { Link } from "./html.js";

/** What a card shows: a picture's file from the site's root, and what it says to those who cannot see it. */
export interface CardPicture {
  readonly path: string;
  readonly alt: string;
}

/** What all pages of a site share. */
export interface SiteFrame {
  /** What the site is called on cards. */
  readonly name: string;
  /** Links at the top of every page; their addresses start from the site's root. */
  readonly nav: readonly Link[];
  /** What the data are as at, as citations say it; the day that documents bear where it is left out. */
  readonly asAt?: string;
  /** Under which licence figures may be used, in a sentence. */
  readonly licence?: string;
  /** An Atom feed of what changes, from the site's root. */
  readonly feed?: string;
  /** The site's own address, with a slash at its end; cards name pictures only where it is known. */
  readonly address?: string;
  /** What the card of a page shows that has no picture of its own. */
  readonly picture?: CardPicture;
}

/** Where a page lies in its site. */
export interface SitePlace {
  readonly frame: SiteFrame;
  /** The page's file from the site's root: `areas/barnet/index.html`. */
  readonly path: string;
  /** What its card shows; the picture of the whole site where it is left out. */
  readonly picture?: CardPicture;
}

/** The way from a page up to its site's root: nothing, `../` or `../../`. */
export const upFrom = (path: string): string => "../".repeat(path.split("/").length - 1);

/** An address in the site as a page has it, which asks for no file name that a server supplies. */
export const fromPage = (path: string, address: string): string => upFrom(path) + address || "./";

/** The links at the top of a page. */
export function navHtml({ frame, path }: SitePlace): string {
  const items = frame.nav.map(({ href, text }) => {
    const isHere = href !== "" && path === `${href}index.html`;
    const here = isHere || (href === "" && path === "index.html") ? ' aria-current="page"' : "";
    return `<li><a href="${escapeHtml(fromPage(path, href))}"${here}>${escapeHtml(text)}</a></li>`;
  });
  return items.length === 0
    ? ""
    : `<nav class="site" aria-label="This site">\n<ul class="width">\n${items.join("\n")}\n</ul>\n</nav>\n`;
}

/** Where readers of feeds find what changes, as an element of a page's head. */
export function feedHtml({ frame, path }: SitePlace): string {
  return frame.feed === undefined
    ? ""
    : `<link rel="alternate" type="application/atom+xml" title="${escapeHtml(frame.name)}: changes" href="${escapeHtml(fromPage(path, frame.feed))}">\n`;
}

/** What is shown of a page where its address is shared, as elements of its head. */
export function cardHtml(
  { title, description }: { readonly title: string; readonly description: string },
  place?: SitePlace,
): string {
  const address = place?.frame.address;
  const picture = place?.picture ?? place?.frame.picture;
  const whole = (path: string) => address! + path.replace(/(^|\/)index\.html$/, "$1");
  const tags: (readonly [string, string])[] = [
    ["og:type", "website"],
    ["og:title", title],
    ["og:description", description],
  ];
  if (place) tags.push(["og:site_name", place.frame.name]);
  if (place && address !== undefined) tags.push(["og:url", whole(place.path)]);
  if (picture && address !== undefined)
    tags.push(
      ["og:image", whole(picture.path)],
      ["og:image:alt", picture.alt],
      ["twitter:card", "summary_large_image"],
    );
  return tags
    .map(
      ([name, content]) =>
        `<meta ${name.startsWith("og:") ? "property" : "name"}="${name}" content="${escapeHtml(content)}">\n`,
    )
    .join("");
}
