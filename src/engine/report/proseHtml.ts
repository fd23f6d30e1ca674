import { escapeHtml } from "./escapeHtml.js";
import { wayInSite } from "./markdown.js";
import type { Outline } from "./outline.js";
import { pictureAttributes } from "./pictureHtml.js";
import {
  inlineText,
  type Inline,
  type MathNode,
  type Picture,
  type ProseNode,
} from "./proseNode.js";

const tags = {
  emphasis: "em",
  strong: "strong",
  delete: "del",
  subscript: "sub",
  superscript: "sup",
} as const;

function imageHtml({ svg, src = "", alt }: Picture): string {
  const picture = svg === undefined ? ` src="${escapeHtml(src)}"` : pictureAttributes(svg, "src");
  return `<img alt="${escapeHtml(alt)}"${picture}>`;
}

function mathHtml({ tag, attributes, children }: MathNode): string {
  const held = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
  const inner = children.map((child) =>
    typeof child === "string" ? escapeHtml(child) : mathHtml(child),
  );
  return `<${tag}${held.join("")}>${inner.join("")}</${tag}>`;
}

/** The way up to the root of the site that a page is one of: nothing, `../`; undefined where it is of none. */
export type Root = string | undefined;

function linkHtml(url: string, words: string, root: Root): string {
  const way = wayInSite(url);
  if (way !== null && root === undefined) return words;
  return `<a href="${escapeHtml(way === null ? url : root + way)}">${words}</a>`;
}

function inlineHtml(node: Inline, root: Root): string {
  switch (node.type) {
    case "text":
      return escapeHtml(node.value);
    case "inlineCode":
      return `<code>${escapeHtml(node.value)}</code>`;
    case "link":
      return linkHtml(node.url, inlinesHtml(node.children, root), root);
    case "break":
      return "<br>";
    case "image":
      return imageHtml(node);
    case "math":
      return mathHtml(node.math);
    default:
      return `<${tags[node.type]}>${inlinesHtml(node.children, root)}</${tags[node.type]}>`;
  }
}

const inlinesHtml = (nodes: readonly Inline[], root: Root) =>
  nodes.map((node) => inlineHtml(node, root)).join("");

/** A box that scrolls sideways, which the keyboard can reach. */
function scrolling(name: string, label: string, html: string): string {
  return `<div class="${name}" role="group" tabindex="0" aria-label="${escapeHtml(label)}">\n${html}\n</div>`;
}

/** A picture or a formula that stands alone has a box of its own, as it may be wider than a phone. */
function paragraphHtml(nodes: readonly Inline[], root: Root): string {
  const [only] = nodes;
  if (nodes.length === 1 && only.type === "image" && only.alt !== "")
    return scrolling("panel", `Picture: ${only.alt}`, imageHtml(only));
  if (nodes.length === 1 && only.type === "math" && only.isDisplayed)
    return scrolling("scroll", `Formula: ${only.source}`, mathHtml(only.math));
  return `<p>${inlinesHtml(nodes, root)}</p>`;
}

function tableHtml(
  { sides, head, rows }: Extract<ProseNode, { type: "table" }>,
  root: Root,
): string {
  const kind = (i: number) => (sides[i] === "right" ? ' class="number"' : "");
  const headers = head.map(
    (cell, i) => `<th scope="col"${kind(i)}>${inlinesHtml(cell, root)}</th>`,
  );
  const body = rows.map(
    (row) =>
      `<tr>${row.map((cell, i) => `<td${kind(i)}>${inlinesHtml(cell, root)}</td>`).join("")}</tr>`,
  );
  const label = `Table: ${head.map(inlineText).join(", ")}`;
  return scrolling(
    "scroll",
    label,
    `<table>\n<thead><tr>${headers.join("")}</tr></thead>\n<tbody>\n${body.join("\n")}\n</tbody>\n</table>`,
  );
}

/** Prose as HTML that needs no script. Everything in it is escaped. */
export function proseHtml(nodes: readonly ProseNode[], outline: Outline, root?: string): string {
  const html = (node: ProseNode): string => {
    switch (node.type) {
      case "paragraph":
        return paragraphHtml(node.children, root);
      case "heading": {
        const text = inlineText(node.children);
        const level = outline.heading(node.depth, text);
        if (level === null) return "";
        const id = outline.enter(level, text);
        return `<h${level} id="${id}">${inlinesHtml(node.children, root)}</h${level}>`;
      }
      case "blockquote":
        return `<blockquote>\n${proseHtml(node.children, outline, root)}\n</blockquote>`;
      case "list": {
        const tag = node.start === null ? "ul" : "ol";
        const start = node.start === null || node.start === 1 ? "" : ` start="${node.start}"`;
        const items = node.items.map((item) => `<li>${proseHtml(item, outline, root)}</li>`);
        return `<${tag}${start}>\n${items.join("\n")}\n</${tag}>`;
      }
      case "thematicBreak":
        return "<hr>";
      case "code":
        return `<pre tabindex="0"><code>${escapeHtml(node.value)}</code></pre>`;
      case "table":
        return tableHtml(node, root);
      case "figure": {
        const caption = inlinesHtml(node.caption, root);
        return `<figure>\n${proseHtml(node.children, outline, root)}\n${caption && `<figcaption>${caption}</figcaption>\n`}</figure>`;
      }
      case "details": {
        const inner = proseHtml(node.children, outline, root);
        // Browsers open what holds the target of a link, and not what is the target itself.
        const held = node.id === undefined ? inner : `<div id="${node.id}">\n${inner}\n</div>`;
        return `<details>\n<summary>${inlinesHtml(node.summary, root)}</summary>\n${held}\n</details>`;
      }
    }
  };
  return nodes.map(html).filter(Boolean).join("\n");
}
