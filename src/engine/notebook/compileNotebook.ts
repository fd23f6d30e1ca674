import { CellError } from "./cellError.js";
import { compileCell, type CompiledCell, type Translators } from "./compileCell.js";
import { importNotebookKit, importObservableKit } from "./notebookKit.js";
import type { CellMode, Notebook } from "./readNotebook.js";

/** Loads what turns the cells of a notebook into JavaScript: each takes a while, and few need it. */
async function translatorsOf({ cells }: Notebook): Promise<Translators> {
  const has = (mode: CellMode) => cells.some((cell) => cell.mode === mode);
  const ts = has("ts") && (await import("./toJavaScript.js")).toJavaScript;
  const ojs = has("ojs") && (await import("./ojsToJavaScript.js")).ojsToJavaScript;
  const kit = ojs && (await importObservableKit());
  return {
    ...(ts && { ts }),
    ...(ojs && kit && { ojs: (value: string) => ojs(value, kit) }),
  };
}

/** Compiles every cell, and says which do not parse. */
export async function compileNotebook(notebook: Notebook): Promise<{
  readonly compiled: CompiledCell[];
  readonly errors: CellError[];
}> {
  const kit = await importNotebookKit();
  const translators = await translatorsOf(notebook);
  const compiled: CompiledCell[] = [];
  const errors: CellError[] = [];
  for (const cell of notebook.cells) {
    try {
      compiled.push(compileCell(cell, kit, translators));
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      errors.push(error);
    }
  }
  return { compiled, errors };
}
