import type { Element, ElementContent } from "hast";
import type { Inline, ProseNode, Side } from "../../report/proseNode.js";
import { isElement, property, trim } from "./contentParts.js";

function rowsOf(node: Element): Element[] {
  return node.children
    .filter(isElement)
    .flatMap((child) =>
      child.tagName === "tr"
        ? [child]
        : /^t(head|body|foot)$/.test(child.tagName)
          ? rowsOf(child)
          : [],
    );
}

/** A table with its caption above it. `blocks` and `inlines` give what its elements hold. */
export function contentTable(
  node: Element,
  blocks: (nodes: readonly ElementContent[]) => ProseNode[],
  inlines: (nodes: readonly ElementContent[]) => Inline[],
): ProseNode[] {
  const caption = node.children.filter(isElement).find(({ tagName }) => tagName === "caption");
  const [first, ...rest] = rowsOf(node).map((row) => row.children.filter(isElement));
  if (first === undefined) return [];
  const cells = (row: readonly Element[]) =>
    row.map((cell) => trim(blocks(cell.children).flatMap(lineOf)));
  const hasHead = first.some(({ tagName }) => tagName === "th") || rest.length === 0;
  const head = hasHead ? cells(first) : first.map(() => []);
  const sides = (rest[0] ?? first).map((cell): Side => {
    const side = property(cell, "align");
    return side === "left" || side === "right" || side === "center" ? side : null;
  });
  return [
    ...(caption
      ? [
          {
            type: "paragraph" as const,
            children: [{ type: "strong" as const, children: trim(inlines(caption.children)) }],
          },
        ]
      : []),
    { type: "table", sides, head, rows: (hasHead ? rest : [first, ...rest]).map(cells) },
  ];
}

/** A node within a cell of a table, which holds lines alone. */
export function lineOf(node: ProseNode, i: number): Inline[] {
  const before: Inline[] = i > 0 ? [{ type: "break" }] : [];
  if (node.type === "paragraph" || node.type === "heading") return [...before, ...node.children];
  if (node.type === "code") return [...before, { type: "inlineCode", value: node.value }];
  if (node.type === "list")
    return node.items.flatMap((item, at) => [
      ...(at > 0 ? [{ type: "break" as const }] : before),
      ...item.flatMap(lineOf),
    ]);
  if ("children" in node) return [...before, ...(node.children as ProseNode[]).flatMap(lineOf)];
  throw new TypeError(`cannot show a ${node.type} within a table's cell`);
}
