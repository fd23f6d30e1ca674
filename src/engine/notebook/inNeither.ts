import { LeftOut } from "../../errors.js";
import { builtinNames, whyInNeither } from "./builtins.js";
import type { CompiledCell } from "./compileCell.js";
import { libraryOf, isOwnLibrary } from "./libraries/libraries.js";
import { reasons } from "./leftOutReasons.js";
import type { Cell, CellMode } from "./readNotebook.js";
import { templateNames } from "./template.js";

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
  return ({ cell, inputs }) => {
    const notRun = whyNotRun(cell);
    if (notRun) return notRun;
    for (const name of inputs.keys()) {
      const found = why(name);
      if (found) return found;
    }
    return null;
  };
}
