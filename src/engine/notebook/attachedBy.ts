import type { CompiledCell } from "./compileCell.js";
import type { Place } from "./readNotebook.js";
import { findNodes, type Node } from "./syntaxTree.js";

interface CallExpression extends Node {
  readonly callee: { readonly name?: string };
  readonly arguments: readonly { readonly value?: unknown }[];
}

/** The files that a cell attaches, where their names are written as text, and where it does so. */
export function attachedBy({
  syntax,
  at,
}: CompiledCell): { readonly name: string; readonly place: Place }[] {
  return (findNodes(syntax, "CallExpression") as CallExpression[])
    .filter(({ callee }) => callee.name === "FileAttachment")
    .flatMap((call) => {
      const name = call.arguments[0]?.value;
      return typeof name === "string" ? [{ name, place: at(call.start) }] : [];
    });
}
