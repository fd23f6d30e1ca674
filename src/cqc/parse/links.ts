import { cleanText } from "./cleanText.js";
import { parseTree, type Element, type Node } from "./parseTree.js";
import { attribute, visibilityOf } from "./visibility.js";

export interface Link {
  readonly text: string;
  readonly href: string;
  readonly rel: string;
  readonly line: number;
}

/** The text of an element, without what is hidden. Walks without recursion. */
function textOf(element: Element): string {
  let text = "";
  const stack: Node[] = [element];
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (node.nodeName === "#text" && "value" in node) text += node.value;
    else if ("childNodes" in node) {
      if (node !== element && "tagName" in node && visibilityOf(node) !== "read") continue;
      for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i]);
    }
  }
  return cleanText(text);
}

/**
 * The links of a page, and its `<base>` elements as links named so. A pager is navigation, so what
 * surrounds the main part is looked at too. Throws a PageTooLarge.
 */
export function linksOf(html: string): Link[] {
  const links: Link[] = [];
  const stack: Node[] = [parseTree(html.replace(/^\ufeff/, ""))];
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (!("childNodes" in node)) continue;
    if ("tagName" in node) {
      const isAround = node.tagName === "nav" || attribute(node, "role") === "navigation";
      if (visibilityOf(node) !== "read" && !isAround && node.tagName !== "head") continue;
      const href = node.tagName === "a" || node.tagName === "base" ? attribute(node, "href") : null;
      if (href !== null)
        links.push({
          text: node.tagName === "base" ? "<base>" : textOf(node),
          href,
          rel: attribute(node, "rel")?.toLowerCase() ?? "",
          line: node.sourceCodeLocation?.startLine ?? 1,
        });
    }
    for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i]);
  }
  return links;
}

/** With and without "www." is one host. */
function isSameHost(a: URL, b: URL): boolean {
  const host = (url: URL) => url.host.replace(/^www\./, "");
  return host(a) === host(b) && ["http:", "https:"].includes(a.protocol);
}

/** The address that a link leads to, or what is wrong with it. */
export function resolveLink(href: string, base: URL): URL | string {
  // An address that has to be decoded or shortened to be compared is refused as it stands.
  if (/[\\\s\p{C}]|\.\.|%/u.test(href)) return "link: expected a plain address";
  if (!URL.canParse(href, base)) return "link: expected an address";
  const url = new URL(href, base);
  if (url.username !== "" || url.password !== "") return "link: expected no name or password";
  return isSameHost(url, base) ? url : `link: expected an address at ${base.host}`;
}
