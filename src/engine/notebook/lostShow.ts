import { findNodes, type Node } from "./syntaxTree.js";

interface ExpressionStatement extends Node {
  readonly expression: Node & { readonly callee?: Node & { readonly name?: string } };
}

/**
 * Where a statement calls `show` and drops what it gives, or null. Only a cell that is a single
 * expression displays its value: in any other the block would be missing from the report, and
 * nobody would notice.
 */
export function findLostShow(program: Node): Node | null {
  const statements = findNodes(program, "ExpressionStatement") as ExpressionStatement[];
  return statements.find(({ expression }) => expression.callee?.name === "show") ?? null;
}
