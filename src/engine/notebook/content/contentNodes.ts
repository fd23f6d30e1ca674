import type { Element, ElementContent } from "hast";
import { isBlockId } from "../../report/blockId.js";
import { isSafeAddress } from "../../report/markdown.js";
import type { Inline, Picture, ProseNode } from "../../report/proseNode.js";
import {
  annotation,
  codes,
  isElement,
  isInline,
  marks,
  mathOf,
  property,
  textOf,
  trim,
} from "./contentParts.js";
import { contentTable, lineOf } from "./contentTable.js";

export interface ContentContext {
  /** The nodes of blocks that stand within the elements, by number. */
  readonly held: readonly (readonly ProseNode[])[];
  /** The address of a picture beside the notebook, by its name. */
  readonly addressOf: (name: string) => string;
  /** Gives words for a picture that has none, and tells the author. */
  readonly wordless: () => string;
}

/** Turns sanitized elements into the nodes that every form of a report can show. */
export function contentNodes(
  tree: readonly ElementContent[],
  { held, addressOf, wordless }: ContentContext,
): ProseNode[] {
  function inlines(nodes: readonly ElementContent[], isAlone = false): Inline[] {
    return nodes.flatMap((node) => inline(node, isAlone));
  }

  function inline(node: ElementContent, isAlone: boolean): Inline[] {
    if (node.type === "text") {
      const value = node.value.replace(/\s+/g, " ");
      return value === "" ? [] : [{ type: "text", value }];
    }
    if (!isElement(node)) return [];
    const { tagName, children } = node;
    if (tagName === "br") return [{ type: "break" }];
    if (tagName === "img") {
      const shown = picture(node, isAlone);
      // Signs and the words beside them have room by a style that does not come along.
      const room: Inline[] = shown.alt === "" ? [{ type: "text", value: " " }] : [];
      return [...room, shown, ...room];
    }
    if (tagName === "math") {
      const isDisplayed = property(node, "display") === "block";
      return [
        { type: "math", math: mathOf(node), source: annotation(node) || textOf(node), isDisplayed },
      ];
    }
    if (codes.includes(tagName)) return [{ type: "inlineCode", value: textOf(node) }];
    if (tagName === "a") {
      const url = property(node, "href");
      if (node.properties.dataFootnoteBackref !== undefined) return [];
      if (url === undefined || !isSafeAddress(url) || url.startsWith("#user-content-"))
        return inlines(children);
      return [{ type: "link", url, children: inlines(children) }];
    }
    if (tagName === "q")
      return [{ type: "text", value: "“" }, ...inlines(children), { type: "text", value: "”" }];
    const type = (
      marks as Readonly<Record<string, (typeof marks)[keyof typeof marks] | undefined>>
    )[tagName];
    return type ? [{ type, children: inlines(children) }] : inlines(children, isAlone);
  }

  function picture(node: Element, isAlone: boolean): Picture {
    const svg = property(node, "dataSvg");
    const src = property(node, "src");
    const said = property(node, "alt");
    // A sign in a line of text is decoration; what stands alone is something to see.
    const alt = said ?? (isAlone ? named.replace(/\s+/g, " ").trim() || wordless() : "");
    if (svg !== undefined) return { type: "image", svg, alt };
    if (src === undefined) throw new TypeError("cannot show an image without an address (src)");
    return { type: "image", src: src.startsWith("data:image/") ? src : addressOf(src), alt };
  }

  /** What stands in lines of its own; text between it becomes paragraphs. */
  function blocks(nodes: readonly ElementContent[]): ProseNode[] {
    const found: ProseNode[] = [];
    let line: ElementContent[] = [];
    const flush = () => {
      const seen = line.filter((node) => node.type !== "text" || node.value.trim() !== "");
      const children = trim(inlines(line, seen.length === 1));
      if (children.length > 0) found.push({ type: "paragraph", children });
      line = [];
    };
    for (const node of nodes) {
      if (isInline(node)) line.push(node);
      else {
        flush();
        found.push(...block(node as Element));
      }
    }
    flush();
    return found;
  }

  function list(node: Element, start: number | null): ProseNode {
    const items = node.children
      .filter(isElement)
      .map((item) => blocks(item.tagName === "li" ? item.children : [item]));
    return { type: "list", start, items };
  }

  /** The words of the figure that is being read, which stand for a picture in it that has none. */
  let named = "";
  const isHeadingOrCaption = (node: ElementContent) =>
    isElement(node) && /^(h[1-6]|figcaption)$/.test(node.tagName);

  function figure(node: Element): ProseNode[] {
    const caption = node.children.filter(isElement).find(({ tagName }) => tagName === "figcaption");
    const words: Inline[] = caption ? trim(blocks(caption.children).flatMap(lineOf)) : [];
    const outer = named;
    named = node.children.filter(isHeadingOrCaption).map(textOf).join(". ");
    // The headings of a figure are its own, and none of the report's.
    const children = blocks(node.children.filter((child) => child !== caption)).map(
      (child): ProseNode =>
        child.type === "heading"
          ? { type: "paragraph", children: [{ type: "strong", children: child.children }] }
          : child,
    );
    named = outer;
    return [{ type: "figure", children, caption: words }];
  }

  function block(node: Element): ProseNode[] {
    const { tagName, children } = node;
    const number = property(node, "dataHeld");
    if (number !== undefined) return [...held[Number(number)]];
    const depth = /^h([1-6])$/.exec(tagName)?.[1];
    if (depth !== undefined) {
      // The heading above footnotes is for those who cannot see the line above them.
      return [{ type: "heading", depth: Number(depth) as 1, children: trim(inlines(children)) }];
    }
    switch (tagName) {
      case "blockquote":
        return [{ type: "blockquote", children: blocks(children) }];
      case "hr":
        return [{ type: "thematicBreak" }];
      case "ul":
        return [list(node, null)];
      case "ol":
        return [list(node, Number(property(node, "start") ?? 1))];
      case "pre":
        return [{ type: "code", value: textOf(node).replace(/^\n|\n$/g, "") }];
      case "table":
        return contentTable(node, blocks, inlines);
      case "figure":
        return figure(node);
      case "details": {
        const summary = children.filter(isElement).find((child) => child.tagName === "summary");
        const id = property(node, "id");
        return [
          {
            type: "details",
            ...(id !== undefined && isBlockId(id) && { id }),
            summary: summary
              ? trim(inlines(summary.children))
              : [{ type: "text", value: "Details" }],
            children: blocks(children.filter((child) => child !== summary)),
          },
        ];
      }
      case "dt":
        return [
          { type: "paragraph", children: [{ type: "strong", children: trim(inlines(children)) }] },
        ];
      case "dd":
        return [{ type: "blockquote", children: blocks(children) }];
      case "section":
        return node.properties.dataFootnotes === undefined
          ? blocks(children)
          : [
              { type: "thematicBreak" },
              ...blocks(children.filter((child) => !(isElement(child) && child.tagName === "h2"))),
            ];
      default:
        return blocks(children);
    }
  }

  return blocks(tree);
}
