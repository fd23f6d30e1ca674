import type { Element as HastElement, ElementContent } from "hast";
import { proseNodes } from "../../report/markdown.js";
import type { ProseNode } from "../../report/proseNode.js";
import { blockOf } from "../blockOf.js";
import { svgMarkup } from "./svgMarkup.js";

const textNode = 3;
const elementNode = 1;
const fragmentNode = 11;

/** The words that an SVG says of itself. */
export function pictureWords(svg: Element): string {
  const title = Array.from(svg.children).find(({ localName }) => localName === "title");
  const description = Array.from(svg.children).find(({ localName }) => localName === "desc");
  const words = [
    svg.getAttribute("aria-label"),
    svg.getAttribute("aria-description"),
    ...(svg.hasAttribute("aria-label") ? [] : [title?.textContent]),
    ...(svg.hasAttribute("aria-description") ? [] : [description?.textContent]),
  ];
  // A key of colours says what its ticks say.
  if (/ramp/.test(svg.getAttribute("class") ?? ""))
    words.push(
      `Key: ${Array.from(svg.querySelectorAll("text"), (text) => text.textContent).join(", ")}`,
    );
  return words
    .map((text) => text?.trim() ?? "")
    .filter((text) => text !== "")
    .join(". ");
}

/** Attributes that a sanitizer may let through, by the names that it knows. */
const properties: Readonly<Record<string, string>> = {
  href: "href",
  src: "src",
  alt: "alt",
  title: "title",
  start: "start",
  align: "align",
  display: "display",
  encoding: "encoding",
  id: "id",
  "data-footnotes": "dataFootnotes",
  "data-footnote-backref": "dataFootnoteBackref",
  "data-footnote-ref": "dataFootnoteRef",
};

/** MathML's attributes are its own: all of them that change how a formula is set. */
export const mathProperties = [
  "display",
  "mathvariant",
  "stretchy",
  "fence",
  "separator",
  "accent",
  "accentunder",
  "columnalign",
  "encoding",
  "linethickness",
  "form",
];

function propertiesOf(element: Element): HastElement["properties"] {
  const isMath = element.namespaceURI === "http://www.w3.org/1998/Math/MathML";
  const found: HastElement["properties"] = {};
  for (const { name, value } of Array.from(element.attributes)) {
    const own = name.toLowerCase();
    if (Object.hasOwn(properties, own)) found[properties[own]] = value;
    else if (isMath && mathProperties.includes(own)) found[own] = value;
  }
  const align = /text-align:\s*(left|right|center)/.exec(element.getAttribute("style") ?? "");
  if (align) found.align = align[1];
  return found;
}

/** What a report cannot hold where another host has it, by what it is called in words. */
const elsewhere: Readonly<Record<string, string>> = {
  img: "Picture",
  iframe: "Page",
  video: "Video",
  audio: "Sound",
};

/** A link to what an element would load from another host; null where it loads nothing from there. */
function linkElsewhere(element: Element): HastElement | null {
  const kind = elsewhere[element.localName.toLowerCase()];
  if (kind === undefined) return null;
  const source = Array.from(element.children).find(({ localName }) => localName === "source");
  const href = element.getAttribute("src") ?? source?.getAttribute("src") ?? "";
  if (!/^https?:\/\//i.test(href)) return null;
  const named = ["aria-label", "alt", "title"].map((name) => element.getAttribute(name)?.trim());
  const words = named.find(Boolean) ?? href;
  return {
    type: "element",
    tagName: "a",
    properties: { href },
    children: [{ type: "text", value: `${kind}: ${words}` }],
  };
}

function pictureOf(svg: Element): HastElement {
  const hidden = svg.getAttribute("aria-hidden") === "true";
  const words = pictureWords(svg);
  return {
    type: "element",
    tagName: "img",
    // Decoration says so; what says nothing is told apart from it.
    properties: { ...((words !== "" || hidden) && { alt: words }), dataSvg: svgMarkup(svg) },
    children: [],
  };
}

/**
 * A document's nodes as a tree that a sanitizer reads. Pictures and controls become what they say;
 * prose that stands among them is kept in `held`.
 */
export function domTree(node: Node, held: ProseNode[][]): ElementContent[] {
  const below = (parent: Node) =>
    Array.from(parent.childNodes).flatMap((child) => domTree(child, held));
  if (node.nodeType === textNode) return [{ type: "text", value: node.textContent ?? "" }];
  if (node.nodeType === fragmentNode) return below(node);
  if (node.nodeType !== elementNode) return [];
  const element = node as Element;
  const block = blockOf(element);
  if (block?.kind === "control")
    return [
      {
        type: "element",
        tagName: "p",
        properties: {},
        children: [{ type: "text", value: `${block.label}: ${block.value}` }],
      },
    ];
  if (block?.kind === "prose" || block?.kind === "content") {
    held.push([...(block.kind === "prose" ? proseNodes(block) : block.nodes)]);
    const dataHeld = String(held.length - 1);
    return [{ type: "element", tagName: "div", properties: { dataHeld }, children: [] }];
  }
  if (block)
    throw new TypeError(
      `cannot show a ${block.kind} within an element: show it in a cell of its own`,
    );
  const link = linkElsewhere(element);
  if (link) return [link];
  const name = element.localName.toLowerCase();
  if (name === "svg") return [pictureOf(element)];
  // A template's content is in a document of its own.
  const content = name === "template" ? (element as HTMLTemplateElement).content : element;
  return [
    {
      type: "element",
      tagName: name,
      properties: propertiesOf(element),
      children: below(content),
    },
  ];
}
