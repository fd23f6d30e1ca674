import type { Element, ElementContent } from "hast";
import type { Inline, MathNode } from "../../report/proseNode.js";

/** What marks of HTML are in prose. */
export const marks = {
  em: "emphasis",
  i: "emphasis",
  var: "emphasis",
  dfn: "emphasis",
  cite: "emphasis",
  strong: "strong",
  b: "strong",
  del: "delete",
  s: "delete",
  strike: "delete",
  sub: "subscript",
  sup: "superscript",
} as const;

export const codes = ["code", "kbd", "samp", "tt"];
const phrasing = new Set([
  ...Object.keys(marks),
  ...codes,
  ..."a abbr bdi bdo br data img ins label mark math q small span time u wbr".split(" "),
]);

export const isElement = (node: ElementContent): node is Element => node.type === "element";
export const textOf = (node: ElementContent): string =>
  node.type === "text" ? node.value : isElement(node) ? node.children.map(textOf).join("") : "";
export const property = ({ properties }: Element, name: string): string | undefined => {
  const value = properties[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
};

/** Whether a node stands in a line of text. An element that holds a block does not. */
export function isInline(node: ElementContent): boolean {
  if (!isElement(node)) return true;
  return phrasing.has(node.tagName) && (node.tagName === "math" || node.children.every(isInline));
}

export function mathOf(node: Element): MathNode {
  return {
    tag: node.tagName,
    attributes: Object.fromEntries(
      Object.entries(node.properties).map(([name, value]) => [name, String(value)]),
    ),
    children: node.children.flatMap((child): (MathNode | string)[] =>
      child.type === "text" ? [child.value] : isElement(child) ? [mathOf(child)] : [],
    ),
  };
}

/** What a formula was written as. */
export function annotation(node: Element): string {
  if (node.tagName === "annotation") return textOf(node);
  return node.children.filter(isElement).map(annotation).find(Boolean) ?? "";
}

/** A line of text without the spaces at its ends. */
export const trim = (nodes: Inline[]): Inline[] => {
  const trimmed = [...nodes];
  const [first] = trimmed;
  if (first?.type === "text") trimmed[0] = { ...first, value: first.value.trimStart() };
  const last = trimmed.at(-1);
  if (last?.type === "text") trimmed[trimmed.length - 1] = { ...last, value: last.value.trimEnd() };
  return trimmed.filter((node) => node.type !== "text" || node.value !== "");
};
