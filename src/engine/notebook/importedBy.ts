import path from "node:path";
import { attachedBy, imagesIn } from "./attachedBy.js";
import { whereIs } from "./cellError.js";
import type { CompiledCell } from "./compileCell.js";
import type { ImportDeclaration } from "./liftImports.js";
import { findNodes, type Node } from "./syntaxTree.js";

export interface ImportExpression extends Node {
  readonly source: { readonly type: string; readonly value?: unknown };
}

/**
 * The packages and files that a notebook's cells import, as they write them, each with what a line
 * on its first import begins with.
 */
export function importedBy(
  file: string,
  cells: readonly CompiledCell[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { cell, syntax, at } of cells)
    for (const { start, source } of [
      ...(findNodes(syntax, "ImportDeclaration") as ImportDeclaration[]),
      ...(findNodes(syntax, "ImportExpression") as ImportExpression[]),
    ])
      if (typeof source.value === "string" && !found.has(source.value))
        found.set(source.value, whereIs(file, cell, at(start)));
  return found;
}

/** The files that a notebook attaches and imports by their paths, whether or not they are there. */
export function filesBeside(file: string, cells: readonly CompiledCell[]): string[] {
  const attached = [
    ...cells.flatMap(attachedBy).map(({ name }) => name),
    ...cells.flatMap(imagesIn),
  ];
  const imported = [...importedBy(file, cells).keys()].filter((name) => /^\.{0,2}\//.test(name));
  return [...attached, ...imported].map((name) => path.resolve(path.dirname(file), name));
}
