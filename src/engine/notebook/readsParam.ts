import type { CompiledCell } from "./compileCell.js";
import { parentsOf, type Node } from "./syntaxTree.js";

interface Name extends Node {
  readonly name?: string;
  readonly value?: unknown;
}
interface Member extends Node {
  readonly object: Node;
  readonly property: Name;
  readonly computed: boolean;
}
interface Declarator extends Node {
  readonly id: Node & {
    readonly properties?: readonly (Node & { readonly key?: Name; readonly computed?: boolean })[];
  };
  readonly init: Node | null;
}

/** What a property's name is in the source, or null where it is only known when the cell runs. */
function nameOf(key: Name | undefined, computed: boolean): unknown {
  if (key?.type === "Literal") return key.value;
  return key?.type === "Identifier" && !computed ? key.name : null;
}

/** The properties of an object that are read where it is mentioned; null may be any of them. */
function propertiesRead(mention: Node, parent: Node | undefined): readonly unknown[] {
  if (parent?.type === "MemberExpression") {
    const { object, property, computed } = parent as Member;
    if (object === mention) return [nameOf(property, computed)];
  }
  if (parent?.type === "VariableDeclarator") {
    const { id, init } = parent as Declarator;
    if (init === mention && id.properties !== undefined)
      return id.properties.map(({ key, computed = false }) => nameOf(key, computed));
  }
  return [null];
}

/**
 * Whether the cells of a notebook read one of `params`, as far as their source tells: by its
 * name, by one that is computed, or as part of `params` as a whole, which a cell may hand on to a
 * module. Where this is false, every value gives the same report.
 */
export function readsParam(cells: readonly CompiledCell[], param: string): boolean {
  // A variable of a cell's own is then meant.
  if (cells.some(({ outputs }) => outputs.has("params"))) return false;
  return cells.some(({ references, syntax }) => {
    const mentions = references.filter(({ name }) => name === "params");
    if (mentions.length === 0) return false;
    const parents = parentsOf(syntax);
    return mentions
      .flatMap((mention) => propertiesRead(mention, parents.get(mention)))
      .some((name) => name === null || name === param);
  });
}
