import { mathTypst } from "./mathTypst.js";
import type { Outline } from "./outline.js";
import { pictureTypst } from "./pictureTypst.js";
import { inlineText, type Inline, type ProseNode } from "./proseNode.js";
import { coveredText, literal, type Covers } from "./typstText.js";
import { wayInSite } from "./markdown.js";
import { visible } from "./visible.js";

export interface ProseTypstOptions {
  /** Text as Typst, of which nothing is markup. */
  readonly text: (value: string) => string;
  readonly covers: Covers;
  readonly outline: Outline;
}

const functions = {
  emphasis: "emph",
  strong: "strong",
  delete: "strike",
  subscript: "sub",
  superscript: "super",
} as const;

/** What belongs to one part stays before the heading of the next. */
const headingBarrier = (level: number) => (level === 2 ? "#place.flush();\n" : "");

/** Gives a function that writes prose in Typst: the same nodes as in HTML, in the same order. */
export function proseTypst({
  text,
  covers,
  outline,
}: ProseTypstOptions): (nodes: readonly ProseNode[]) => string {
  const inlines = (nodes: readonly Inline[]): string => nodes.map(inline).join("");

  function inline(node: Inline): string {
    switch (node.type) {
      case "text":
        return text(node.value);
      case "inlineCode":
        return `#raw(${literal(coveredText(node.value, covers))});`;
      case "link":
        // A place on the HTML page, or in its site, is nowhere in the PDF: only its words stay.
        return node.url.startsWith("#") || wayInSite(node.url) !== null
          ? inlines(node.children)
          : `#link(${literal(node.url)})[${inlines(node.children)}];`;
      case "break":
        return "#linebreak();";
      case "image":
        return `#box(${pictureTypst(node, covers)});`;
      case "math":
        return mathTypst(node.math, {
          source: visible(node.source),
          isDisplayed: node.isDisplayed,
        });
      default:
        return `#${functions[node.type]}[${inlines(node.children)}];`;
    }
  }

  const nodesOf = (nodes: readonly ProseNode[]): string => nodes.map(proseNode).join("\n\n");

  function table({ sides, head, rows }: Extract<ProseNode, { type: "table" }>): string {
    const align = head.map((_, i) => `${sides[i] ?? "left"} + top`).join(", ");
    const cells = (row: readonly (readonly Inline[])[]) =>
      head.map((_, i) => `[${inlines(row[i] ?? [])}]`).join(", ");
    const header = head.map((cell) => `[#strong[${inlines(cell)}];]`).join(", ");
    return `#table(columns: ${head.length}, align: (${align},), inset: (x: 5pt, y: 3.5pt), stroke: (rest: none, bottom: 0.5pt + luma(190)), table.header(${header}), ${rows.map(cells).join(", ")});`;
  }

  function proseNode(node: ProseNode): string {
    switch (node.type) {
      case "paragraph": {
        const [only] = node.children;
        return node.children.length === 1 && only.type === "image"
          ? `#${pictureTypst(only, covers)};`
          : inlines(node.children);
      }
      case "heading": {
        const level = outline.heading(node.depth, inlineText(node.children));
        return level === null
          ? ""
          : `${headingBarrier(level)}#heading(level: ${level})[${inlines(node.children)}];`;
      }
      case "blockquote":
        return `#block(inset: (left: 10pt), stroke: (left: 2pt + luma(170)))[#quote(block: true, quotes: false)[${nodesOf(node.children)}];];`;
      case "list": {
        const items = node.items.map((item) => `[${nodesOf(item)}]`).join(", ");
        return node.start === null ? `#list(${items});` : `#enum(start: ${node.start}, ${items});`;
      }
      case "thematicBreak":
        return `#line(length: 100%, stroke: 0.5pt + luma(170));`;
      case "code":
        return `#block(inset: (left: 10pt), raw(block: true, ${literal(coveredText(node.value, covers))}));`;
      case "table":
        return table(node);
      case "figure":
        return [
          nodesOf(node.children),
          ...(node.caption.length > 0 ? [`#quiet[${inlines(node.caption)}];`] : []),
        ].join("\n\n");
      case "details":
        return `#block(sticky: true, above: 0.8em, below: 0.6em)[#strong[${inlines(node.summary)}];];\n\n${nodesOf(node.children)}`;
    }
  }
  return nodesOf;
}

/** A paragraph that opens with a strong text on a line of its own. */
export function apart(node: ProseNode): ProseNode {
  if (node.type !== "paragraph") return node;
  const [first, second, ...others] = node.children;
  if (first?.type !== "strong" || second?.type !== "text") return node;
  return { ...node, children: [first, { ...second, value: second.value.trimStart() }, ...others] };
}
