import { fromMarkdown } from "mdast-util-from-markdown";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { escapeMarkdown, toProse } from "../report/block.js";
import { hasMarkup, parseMarkdown, proseNodes } from "../report/markdown.js";
import { messageOf } from "../../errors.js";
import { describe, isNode, isTextNode, numberMarkdown } from "./toBlock.js";
import { show } from "./show.js";

/** Markdown that a cell may not hold. */
export class MarkdownError extends Error {
  override readonly name = "MarkdownError";
  constructor(
    message: string,
    /** The line within the Markdown, from 1. */
    readonly line: number,
  ) {
    super(message);
  }
}

const lineCount = (text: string) => text.split("\n").length;

/** What stands between braces: text, or elements that go where it stands. */
type Value = { readonly text: string } | { readonly nodes: readonly Node[] };

function toValue(value: unknown): Value {
  if (typeof value === "number" || typeof value === "bigint")
    return { text: numberMarkdown(value) };
  if (typeof value === "string") return { text: value };
  if (isTextNode(value)) return { text: value.textContent ?? "" };
  if (isNode(value)) return { nodes: [value] };
  if (Array.isArray(value) && value.length > 0 && value.every(isNode)) return { nodes: value };
  throw new TypeError(
    `cannot put ${describe(value)} into Markdown: expected a number, text or an element, as html\`…\` and md\`…\` give`,
  );
}

/** Marks the place of a value: characters that no text should hold, and that are no markup. */
const mark = (i: number) => `\ue000${i}\ue001`;
const marks = /\ue000(\d+)\ue001/g;

/** Puts values where their marks stand, as text or elements, never as markup. */
function fill(node: Node, values: readonly Value[], document: Document): void {
  for (const child of Array.from(node.childNodes)) {
    if (child.nodeType !== 3) {
      if (child.nodeType === 1)
        for (const { name, value } of Array.from((child as Element).attributes))
          if (value.includes("\ue000"))
            (child as Element).setAttribute(
              name,
              value.replace(marks, (_, i: string) => {
                const held = values[Number(i)];
                return "text" in held ? held.text : "";
              }),
            );
      fill(child, values, document);
      continue;
    }
    const text = child.textContent ?? "";
    if (!text.includes("\ue000")) continue;
    // Every second part is the number of a value.
    text.split(marks).forEach((part, at) => {
      const held: Value = at % 2 === 0 ? { text: part } : values[Number(part)];
      const nodes = "text" in held ? [document.createTextNode(held.text)] : held.nodes;
      for (const one of nodes) node.insertBefore(one, child);
    });
    node.removeChild(child);
  }
}

/**
 * Markdown as HTML, whatever elements it holds: those that no report can show are refused by name
 * when they are sanitized, where GitHub would write them out.
 */
function toHtml(source: string): string {
  const html = gfmHtml();
  const exit = { ...html.exit };
  delete exit.htmlFlowData;
  delete exit.htmlTextData;
  return micromark(source, {
    allowDangerousHtml: true,
    // What an address may be is decided there too.
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [{ ...html, exit }],
  });
}

/** Markdown with markup of its own, or with elements: an element that is looked at when shown. */
function marked(strings: readonly string[], values: readonly Value[]): HTMLElement {
  const source = strings.reduce((text, part, i) => text + mark(i - 1) + part);
  const template = document.createElement("template");
  // In a document that loads nothing, as a template's content is: so are the images in it.
  const element = template.content.ownerDocument.createElement("div");
  template.innerHTML = toHtml(source);
  // Not adopted into the page: nothing in it is asked for or runs before it is sanitized.
  fill(template.content, values, document);
  element.append(...Array.from(template.content.childNodes));
  return element;
}

/** The first line of the first part that prose may not hold. */
function badLine(markdown: string): number {
  for (const { position } of fromMarkdown(markdown).children) {
    try {
      parseMarkdown(markdown.slice(position?.start.offset, position?.end.offset));
    } catch {
      return position?.start.line ?? 1;
    }
  }
  return 1;
}

/**
 * The template tag of Markdown cells, static and live: GitHub's Markdown, in which values are text,
 * or elements where they stand. Throws a MarkdownError that says in which line.
 */
export function md(strings: TemplateStringsArray, ...given: readonly unknown[]): HTMLElement {
  let markdown = strings[0] ?? "";
  const values = given.map((value, i) => {
    try {
      const held = toValue(value);
      const isNumber = typeof value === "number" || typeof value === "bigint";
      const text = "text" in held ? held.text : "";
      markdown += (isNumber ? text : escapeMarkdown(text)) + (strings[i + 1] ?? "");
      return held;
    } catch (error) {
      throw new MarkdownError(messageOf(error), lineCount(markdown));
    }
  });
  if (values.some((value) => "nodes" in value) || hasMarkup(markdown))
    return marked(strings, values);
  const prose = toProse(markdown);
  try {
    proseNodes(prose);
  } catch (error) {
    throw new MarkdownError(messageOf(error), badLine(markdown));
  }
  return show(prose);
}
