import type { CompiledCell } from "./compileCell.js";
import type { Project } from "./project.js";

/** Whether a cell of a notebook reads the project's data: what it says of them is then due. */
export function readsData(
  cells: readonly CompiledCell[],
  { dataNames }: Pick<Project, "dataNames">,
): boolean {
  return cells.some(({ inputs }) => dataNames.some((name) => inputs.has(name)));
}
