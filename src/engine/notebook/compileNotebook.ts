import { CellError } from "./cellError.js";
import { compileCell, type CompiledCell } from "./compileCell.js";
import { importNotebookKit } from "./notebookKit.js";
import type { Notebook } from "./readNotebook.js";

/** Compiles every cell, and says which do not parse. */
export async function compileNotebook(notebook: Notebook): Promise<{
  readonly compiled: CompiledCell[];
  readonly errors: CellError[];
}> {
  const kit = await importNotebookKit();
  const takeTypesOff = notebook.cells.some(({ mode }) => mode === "ts")
    ? (await import("./toJavaScript.js")).toJavaScript
    : undefined;
  const compiled: CompiledCell[] = [];
  const errors: CellError[] = [];
  for (const cell of notebook.cells) {
    try {
      compiled.push(compileCell(cell, kit, takeTypesOff));
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      errors.push(error);
    }
  }
  return { compiled, errors };
}
