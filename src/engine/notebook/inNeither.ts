import { LeftOut } from "../../errors.js";
import { builtinNames, whyInNeither } from "./builtins.js";
import { CellError } from "./cellError.js";
import type { CompiledCell } from "./compileCell.js";
import { libraryOf, isOwnLibrary } from "./libraries/libraries.js";
import { reasons } from "./leftOutReasons.js";
import type { Cell, CellMode } from "./readNotebook.js";
import { findNodes, type Node } from "./syntaxTree.js";
import { templateNames } from "./template.js";

interface MetaProperty extends Node {
  readonly meta: { readonly name: string };
}

const languages: Readonly<Partial<Record<CellMode, string>>> = {
  python: "Python",
  r: "R",
  node: "Node",
};

/** Why a cell of a language that is not run is left out; null for any other cell. */
export function whyNotRun({ mode }: Pick<Cell, "mode">): LeftOut | null {
  const language = languages[mode];
  if (language === undefined) return null;
  return new LeftOut(
    `a report runs no ${language} cell: run it before, save what it gives beside the notebook, and read that with FileAttachment`,
    reasons.language,
  );
}

/** Where a cell asks for the address of its own script, and why it is left out; null for any other. */
export function whyNoAddress({ cell, syntax, at }: CompiledCell): CellError | null {
  if (!cell.value.includes("import.meta")) return null;
  const [found] = findNodes(syntax, "MetaProperty") as MetaProperty[];
  if (found?.meta.name !== "import") return null;
  const cause = new LeftOut(
    "import.meta is not available: a cell is no file with an address: save what it asks for beside the notebook, and read it with FileAttachment",
    reasons.browser("import.meta"),
  );
  return new CellError(cell, at(found.start), cause.message, { cause });
}

/**
 * For the notebook at a path: why a cell is left out of its page as of its report, as far as it can be
 * told before anything runs; null for a cell that a page runs. `known` are names of the project's.
 */
export function inNeitherOf(
  file: string,
  cells: readonly CompiledCell[],
  known: readonly string[],
): (cell: CompiledCell) => LeftOut | null {
  const defined = new Set([...known, ...cells.flatMap(({ outputs }) => [...outputs.keys()])]);
  const byTemplate = templateNames(file);
  const isKnown = (name: string) =>
    builtinNames.has(name) || isOwnLibrary(name) || libraryOf(name, "") || name in globalThis;
  const why = (name: string) =>
    defined.has(name) ? null : (whyInNeither(name) ?? (isKnown(name) ? null : byTemplate(name)));
  return (compiled) => {
    const { cell, inputs } = compiled;
    const notRun = whyNotRun(cell) ?? whyNoAddress(compiled)?.cause;
    if (notRun) return notRun as LeftOut;
    for (const name of inputs.keys()) {
      const found = why(name);
      if (found) return found;
    }
    return null;
  };
}
