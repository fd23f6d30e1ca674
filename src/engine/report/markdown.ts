import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { ExpectedError } from "../../errors.js";
import type { Prose } from "./block.js";
import { inlineText, type Inline, type ProseNode } from "./proseNode.js";

export type { Inline, ProseNode };

type Root = ReturnType<typeof fromMarkdown>;
type Tree = Root["children"][number];
import { hasVisibleText } from "./visible.js";

/**
 * What prose may not hold. Raw HTML and what stands for something elsewhere in the text reach a
 * report by way of a Markdown cell alone, which sanitizes them.
 */
const names: Readonly<Record<string, string>> = {
  html: "raw HTML",
  image: "an image",
  imageReference: "an image",
  definition: "a link definition",
  linkReference: "a link by reference",
  footnoteReference: "a footnote",
  footnoteDefinition: "a footnote",
};

/** Text that only looks like an address, as a value may, stays text: no transform after parsing. */
const extensions = gfmFromMarkdown().map(({ enter, exit, canContainEols }) => ({
  ...(enter && { enter }),
  ...(exit && { exit }),
  ...(canContainEols && { canContainEols }),
}));

/** Markdown as GitHub has it: with tables, struck text, tasks and bare addresses. */
function toTree(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: extensions });
}

/** Whether Markdown holds what only a sanitizer lets into a report. */
export function hasMarkup(markdown: string): boolean {
  const left: Tree[] = [...toTree(markdown).children];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (Object.hasOwn(names, node.type)) return true;
    if ("children" in node) left.push(...node.children);
  }
  return false;
}

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
 * The way from a site's root to one of its pages, of an address such as `site:areas/barnet/`; null
 * for any other address. On a page of a site it is a link, and elsewhere its words alone.
 */
export function wayInSite(url: string): string | null {
  const way = /^site:(.*)$/.exec(url)?.[1];
  return way !== undefined && /^[a-z0-9]/i.test(way) && !way.includes(":") && isSafeAddress(way)
    ? way
    : null;
}

/** A task with its state, in words that every font has. */
function withTask(checked: boolean | null | undefined, nodes: ProseNode[]): ProseNode[] {
  if (typeof checked !== "boolean") return nodes;
  const state: Inline = { type: "text", value: checked ? "[x] " : "[ ] " };
  const [first, ...rest] = nodes;
  return first?.type === "paragraph"
    ? [{ ...first, children: [state, ...first.children] }, ...rest]
    : [{ type: "paragraph", children: [state] }, ...nodes];
}

/**
 * Reads prose. Throws an ExpectedError that names the construct where it holds one that is not
 * allowed, or a link to anything but http(s), mailto, a relative address or a page of its site.
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
      case "delete":
        return { type: node.type, children: node.children.map(inline) };
      case "link":
        if (!isSafeAddress(node.url) && wayInSite(node.url) === null)
          refuse("a link to this address", node.url);
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
        const children = node.children.map(inline);
        if (!hasVisibleText(inlineText(children)))
          return refuse("a heading without text", source(node));
        return { type: "heading", depth: node.depth, children };
      }
      case "blockquote":
        return { type: "blockquote", children: node.children.map(block) };
      case "list":
        return {
          type: "list",
          start: node.ordered ? (node.start ?? 1) : null,
          items: node.children.map(({ checked, children }) =>
            withTask(checked, children.map(block)),
          ),
        };
      case "code":
        return { type: "code", value: node.value };
      case "table": {
        const [head, ...rows] = node.children.map((row) =>
          row.children.map((cell) => cell.children.map(inline)),
        );
        return { type: "table", sides: node.align ?? [], head, rows };
      }
      case "thematicBreak":
        return { type: "thematicBreak" };
      default:
        return unknown(node);
    }
  }

  return toTree(markdown).children.map(block);
}

const parsed = new WeakMap<Prose, readonly ProseNode[]>();

/** What `parseMarkdown` makes of a block of prose: once, in however many forms it is written. */
export function proseNodes(prose: Prose): readonly ProseNode[] {
  const nodes = parsed.get(prose) ?? parseMarkdown(prose.markdown);
  parsed.set(prose, nodes);
  return nodes;
}
