import { createRequire } from "node:module";
import type * as Parse5 from "parse5";
import type { DefaultTreeAdapterMap } from "parse5";

type ChildNode = DefaultTreeAdapterMap["childNode"];

const spaces = {
  svg: "http://www.w3.org/2000/svg",
  html: "http://www.w3.org/1999/xhtml",
};

let parse5: typeof Parse5 | undefined;

/** A parser of HTML as the standard has it, loaded when a cell first writes HTML. */
function parserOfHtml(): typeof Parse5 {
  parse5 ??= createRequire(import.meta.url)("parse5") as typeof Parse5;
  return parse5;
}

function append(document: Document, parent: Node, nodes: readonly ChildNode[]): void {
  for (const node of nodes) {
    if (node.nodeName === "#text")
      parent.appendChild(document.createTextNode((node as { value: string }).value));
    else if (node.nodeName === "#comment")
      parent.appendChild(document.createComment((node as { data: string }).data));
    else if ("tagName" in node) {
      const isPlain = (node.namespaceURI as string) === spaces.html;
      const element: Element = isPlain
        ? document.createElement(node.tagName)
        : document.createElementNS(node.namespaceURI, node.tagName);
      for (const { name, value, prefix } of node.attrs)
        element.setAttribute(prefix ? `${prefix}:${name}` : name, value);
      const inner = "content" in node ? node.content : node;
      const place = "content" in node ? (element as HTMLTemplateElement).content : element;
      append(document, place, inner.childNodes);
      parent.appendChild(element);
    }
  }
}

/**
 * Makes elements read HTML as a browser does, names of SVG's elements in their own case above all:
 * the document that is lent to notebooks has a quicker parser of its own, which does not.
 */
export function readHtmlAsBrowsers(prototype: object): void {
  const before = Object.getOwnPropertyDescriptor(prototype, "innerHTML")!;
  Object.defineProperty(prototype, "innerHTML", {
    ...before,
    set(this: Element, html: string) {
      const text = String(html);
      // Most of what is set is text, or nothing.
      if (!text.includes("<")) return before.set!.call(this, text);
      const target = this.localName === "template" ? (this as HTMLTemplateElement).content : this;
      while (target.firstChild) target.removeChild(target.firstChild);
      const { parseFragment } = parserOfHtml();
      const isSvg = this.namespaceURI === spaces.svg && this.localName !== "foreignObject";
      const fragment = isSvg
        ? (parseFragment(`<svg>${text}</svg>`).childNodes[0] as { childNodes: ChildNode[] })
        : parseFragment(text);
      append(this.ownerDocument, target, fragment.childNodes);
    },
  });
}
