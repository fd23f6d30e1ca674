import type { ImportDeclaration } from "./liftImports.js";
import { findNodes, type Node } from "./syntaxTree.js";

/**
 * The module that a notebook may import what every cell is given from, so that it also runs where
 * cells are given nothing, as in Observable's own builds.
 */
export const givenModule = "ninefold/notebook";

/** An import of what every cell is given, which a run has no need of. */
export interface GivenImports {
  /** The source with such imports as empty statements: every other character keeps its place. */
  readonly source: string;
  /** Where one gives a name of its own, which would then not be known: an offset. */
  readonly renamed: number | null;
}

export function withoutGivenImports(syntax: Node, source: string): GivenImports {
  const found = (findNodes(syntax, "ImportDeclaration") as ImportDeclaration[]).filter(
    ({ source: { value } }) => value === givenModule,
  );
  const renamed = found.find(({ specifiers }) =>
    specifiers.some(({ imported, local }) => imported?.name !== local.name),
  );
  let rest = source;
  for (const { start, end } of found)
    rest = `${rest.slice(0, start)};${rest.slice(start + 1, end).replace(/[^\r\n]/g, " ")}${rest.slice(end)}`;
  return { source: rest, renamed: renamed?.start ?? null };
}
