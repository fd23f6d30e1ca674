import type { CompiledCell } from "./compileCell.js";
import { findNodes, type Node } from "./syntaxTree.js";

interface CallExpression extends Node {
  readonly callee: { readonly name?: string };
  readonly arguments: readonly { readonly value?: unknown }[];
}

/** The names of files that a cell attaches, where they are written as text. */
export function attachedBy({ syntax }: CompiledCell): string[] {
  return (findNodes(syntax, "CallExpression") as CallExpression[])
    .filter(({ callee }) => callee.name === "FileAttachment")
    .map((call) => call.arguments[0]?.value)
    .filter((name) => typeof name === "string");
}
