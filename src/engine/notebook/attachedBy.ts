import type { CompiledCell } from "./compileCell.js";
import type { Place } from "./readNotebook.js";
import { findNodes, type Node } from "./syntaxTree.js";

interface CallExpression extends Node {
  readonly callee: { readonly name?: string };
  readonly arguments: readonly Argument[];
}

interface Argument {
  readonly value?: unknown;
  /** The texts of a template. */
  readonly quasis?: readonly { readonly value: { readonly cooked?: string } }[];
}

/** A text in quotes of whichever kind, with nothing between braces in it. */
function textIn({ value, quasis }: Argument): unknown {
  return quasis?.length === 1 ? quasis[0].value.cooked : value;
}

/** The files that a cell attaches, where their names are written as text, and where it does so. */
export function attachedBy({
  syntax,
  at,
}: CompiledCell): { readonly name: string; readonly place: Place }[] {
  return (findNodes(syntax, "CallExpression") as CallExpression[])
    .filter(({ callee }) => callee.name === "FileAttachment")
    .flatMap((call) => {
      const [given] = call.arguments;
      const name = given && textIn(given);
      return typeof name === "string" ? [{ name, place: at(call.start) }] : [];
    });
}

const images = [/!\[[^\]]*\]\(\s*<?([^\s()<>]+)/g, /<img\b[^>]*?\ssrc\s*=\s*["']?([^"'\s>]+)/gi];

/** The pictures that a cell shows by a name beside the notebook, as far as its source tells. */
export function imagesIn({ cell }: CompiledCell): string[] {
  return images
    .flatMap((image) => Array.from(cell.value.matchAll(image), ([, name]) => name))
    .filter((name) => !/^[a-z][a-z0-9+.-]*:|^\/\/|[${}`]/i.test(name));
}
