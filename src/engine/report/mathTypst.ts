import type { MathNode } from "./proseNode.js";
import { literal } from "./typstText.js";

export interface MathTypstOptions {
  /** The formula as its author wrote it: what those hear who cannot see it. */
  readonly source: string;
  /** It stands in a line of its own. */
  readonly isDisplayed: boolean;
}

type Child = MathNode | string;

const isNode = (child: Child): child is MathNode => typeof child !== "string";
const words = ({ children }: MathNode): string =>
  children.map((child) => (isNode(child) ? words(child) : child)).join("");

/** A character as itself, whatever it would mean to Typst. */
const escaped = (text: string) =>
  [...text].map((character) => `\\u{${character.codePointAt(0)!.toString(16)}}`).join("");

/** An operator above or below which something stands, not beside it. */
const placed = (base: string) => `limits(${base})`;

function row(children: readonly Child[]): string {
  return children.filter(isNode).map(formula).join(" ");
}

/** One of an element's parts; nothing where it has none. */
function part({ children }: MathNode, i: number): string {
  const child = children.filter(isNode).at(i);
  return child === undefined ? '""' : formula(child) || '""';
}

function cells({ children }: MathNode): string {
  return children
    .filter(isNode)
    .map((cell) => row(cell.children) || '""')
    .join(", ");
}

function formula(node: MathNode): string {
  const { tag, children } = node;
  switch (tag) {
    case "mi":
    case "mn":
    case "mo": {
      const text = words(node).trim();
      if (text === "") return "";
      return tag === "mi" && [...text].length > 1 ? `op(${literal(text)})` : escaped(text);
    }
    case "mtext":
    case "ms":
      return literal(words(node));
    case "mspace":
      return "thin";
    case "annotation":
      return "";
    case "mfrac":
      return `frac(${part(node, 0)}, ${part(node, 1)})`;
    case "msqrt":
      return `sqrt(${row(children)})`;
    case "mroot":
      return `root(${part(node, 1)}, ${part(node, 0)})`;
    case "msub":
      return `attach(${part(node, 0)}, b: ${part(node, 1)})`;
    case "msup":
      return `attach(${part(node, 0)}, t: ${part(node, 1)})`;
    case "msubsup":
      return `attach(${part(node, 0)}, b: ${part(node, 1)}, t: ${part(node, 2)})`;
    case "munder":
      return `attach(${placed(part(node, 0))}, b: ${part(node, 1)})`;
    case "mover":
      return `attach(${placed(part(node, 0))}, t: ${part(node, 1)})`;
    case "munderover":
      return `attach(${placed(part(node, 0))}, b: ${part(node, 1)}, t: ${part(node, 2)})`;
    case "mtable":
      return `mat(delim: #none, ${children.filter(isNode).map(cells).join("; ")})`;
    default:
      return row(children);
  }
}

/** A formula as an equation of Typst, read out as it was written. */
export function mathTypst(math: MathNode, { source, isDisplayed }: MathTypstOptions): string {
  const block = isDisplayed ? "block: true, " : "";
  return `#math.equation(${block}alt: ${literal(source)}, $${row([math])}$);`;
}
