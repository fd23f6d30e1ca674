import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import path from "node:path";
import { escapeHtml } from "../src/engine/report/escapeHtml.js";
import { pageHtml } from "../src/engine/report/page.js";

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/** The page of a document: `guides/ci.md` is `guides/ci.html`, a folder's README its index. */
const pathOf = (name: string) =>
  name.replace(/(^|\/)README\.md$/, "$1index.md").replace(/md$/, "html");

/** A heading as the end of an address. */
function anchorOf(heading: string): string {
  const text = heading.replace(/<[^>]*>/g, "").replace(/&[a-z]+;/g, "");
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\- ]/gu, "")
    .replaceAll(" ", "-");
}

/**
 * A link from a document to another of them leads to its page. One to a file that is no page, such as a
 * source, is told and not linked.
 */
function relink(html: string, from: string, names: ReadonlySet<string>): string {
  return html.replace(
    /<a href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g,
    (whole, href: string, label: string) => {
      if (/^(https?:|#)/.test(href)) return whole;
      const [, file, anchor] = /^([^#]*)(#.*)?$/.exec(href) ?? [];
      const asked = path.posix.normalize(path.posix.join(path.posix.dirname(from), file));
      const name = asked === "../data/README.md" ? "data.md" : asked;
      if (!names.has(name)) return label;
      const to = path.posix.relative(path.posix.dirname(from), pathOf(name));
      return `<a href="${to}${anchor ?? ""}">${label}</a>`;
    },
  );
}

/** A document in Markdown as a page of the site, in the frame that all pages have. */
export function documentPage(
  name: string,
  markdown: string,
  names: ReadonlySet<string>,
): { readonly path: string; readonly html: string } {
  // typedoc has no name for a parameter that is taken apart where it is declared.
  const text = markdown.replace(/(\\_\\_|__)namedParameters/g, "options");
  const html = micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  const [heading, title] = /<h1>([\s\S]*?)<\/h1>/.exec(html) ?? ["", escapeHtml(name)];
  const main = relink(html.replace(heading, ""), name, names)
    .replace(/<h([2-6])>([\s\S]*?)<\/h\1>/g, (_, level: string, label: string) => {
      return `<h${level} id="${anchorOf(label)}">${label}</h${level}>`;
    })
    .replaceAll("<pre>", '<pre class="scroll" tabindex="0">')
    .replaceAll("<table>", '<div class="scroll" tabindex="0">\n<table>')
    .replaceAll("</table>", "</table>\n</div>");
  const up = "../".repeat(name.split("/").length);
  const trail = `<p class="downloads"><a href="${up}index.html">Ninefold</a> <a href="${up}docs/index.html">For analysts</a>${
    name.startsWith("reference/") ? ` <a href="${up}docs/reference/index.html">Reference</a>` : ""
  }</p>`;
  const plain = title
    .replace(/<[^>]*>/g, "")
    .replace(/&(lt|gt|amp|quot);/g, (_, entity: string) => {
      return { lt: "<", gt: ">", amp: "&", quot: '"' }[entity] ?? "";
    });
  return {
    path: pathOf(name),
    html: pageHtml({ title: plain, policy, header: trail, main }),
  };
}
