import type { Prose } from "./block.js";
import { fromMarkdown } from "mdast-util-from-markdown";
import { ExpectedError } from "../../errors.js";
import { hasVisibleText } from "./visible.js";

/**
 * The Markdown that prose may hold: paragraphs, headings 2 to 4 (a report's title is its only
 * heading 1), emphasis, strong, inline code, links, lists, block quotes, thematic breaks and line
 * breaks. Everything else, raw HTML and images above all, is refused by name: a construct that
 * only some renderers could show would make the forms of a report differ.
 */
export type Inline =
  | { readonly type: "text" | "inlineCode"; readonly value: string }
  | { readonly type: "emphasis" | "strong"; readonly children: readonly Inline[] }
  | { readonly type: "link"; readonly url: string; readonly children: readonly Inline[] }
  | { readonly type: "break" };

export type ProseNode =
  | { readonly type: "paragraph"; readonly children: readonly Inline[] }
  | { readonly type: "heading"; readonly depth: 2 | 3 | 4; readonly children: readonly Inline[] }
  | { readonly type: "blockquote"; readonly children: readonly ProseNode[] }
  | {
      readonly type: "list";
      /** The first number of a numbered list, null for bullets. */
      readonly start: number | null;
      readonly items: readonly (readonly ProseNode[])[];
    }
  | { readonly type: "thematicBreak" };

/** What is read of pieces of prose, without their markup. */
export function inlinesText(nodes: readonly Inline[]): string {
  return nodes
    .map((node) =>
      node.type === "break" ? " " : "value" in node ? node.value : inlinesText(node.children),
    )
    .join("");
}

type Tree = ReturnType<typeof fromMarkdown>["children"][number];

const names: Readonly<Record<string, string>> = {
  html: "raw HTML",
  image: "an image",
  imageReference: "an image",
  code: "a block of code",
  definition: "a link definition",
  linkReference: "a link by reference",
};

function refuse(what: string, where: string): never {
  const start = where.replace(/\s+/g, " ").trim().slice(0, 60);
  throw new ExpectedError(`prose: ${what} is not allowed: ${start}`);
}

/**
 * Whether an address is safe to link to: http, https, mailto, or relative to the page. One that
 * holds white space, a control or a backslash is not, as browsers drop or mend these before they
 * read the scheme.
 */
export function isSafeAddress(url: string): boolean {
  if (url === "" || /[\s\\]|\p{Cc}/u.test(url) || url.startsWith("//")) return false;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === "http" || scheme === "https") return /^https?:\/\/[^/]/i.test(url);
  return scheme === undefined || scheme === "mailto";
}

/**
 * Reads prose. Throws an ExpectedError that names the construct where it holds one that is not
 * allowed, or a link to anything but http(s), mailto or a relative address.
 */
export function parseMarkdown(markdown: string): ProseNode[] {
  const source = ({ position }: Tree) =>
    markdown.slice(position?.start.offset ?? 0, position?.end.offset);
  const unknown = (node: Tree) => refuse(names[node.type] ?? node.type, source(node));

  function inline(node: Tree): Inline {
    switch (node.type) {
      case "text":
      case "inlineCode":
        return { type: node.type, value: node.value };
      case "emphasis":
      case "strong":
        return { type: node.type, children: node.children.map(inline) };
      case "link":
        if (!isSafeAddress(node.url)) refuse("a link to this address", node.url);
        return { type: "link", url: node.url, children: node.children.map(inline) };
      case "break":
        return { type: "break" };
      default:
        return unknown(node);
    }
  }

  function block(node: Tree): ProseNode {
    switch (node.type) {
      case "paragraph":
        return { type: "paragraph", children: node.children.map(inline) };
      case "heading": {
        const { depth } = node;
        if (depth === 1 || depth === 5 || depth === 6)
          return refuse(`heading ${depth} (2 to 4 are)`, source(node));
        const children = node.children.map(inline);
        if (!hasVisibleText(inlinesText(children)))
          return refuse("a heading without text", source(node));
        return { type: "heading", depth, children };
      }
      case "blockquote":
        return { type: "blockquote", children: node.children.map(block) };
      case "list":
        return {
          type: "list",
          start: node.ordered ? (node.start ?? 1) : null,
          items: node.children.map((item) => item.children.map(block)),
        };
      case "thematicBreak":
        return { type: "thematicBreak" };
      default:
        return unknown(node);
    }
  }

  return fromMarkdown(markdown).children.map(block);
}

const parsed = new WeakMap<Prose, readonly ProseNode[]>();

/** What `parseMarkdown` makes of a block of prose: once, in however many forms it is written. */
export function proseNodes(prose: Prose): readonly ProseNode[] {
  const nodes = parsed.get(prose) ?? parseMarkdown(prose.markdown);
  parsed.set(prose, nodes);
  return nodes;
}
