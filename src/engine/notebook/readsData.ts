import type { CompiledCell } from "./compileCell.js";
import type { Project } from "./project.js";

/** Whether a cell of a notebook reads the project's data: what it says of them is then due. */
export function readsData(
  cells: readonly CompiledCell[],
  { dataNames, tableNames }: Pick<Project, "dataNames" | "tableNames">,
): boolean {
  const asks = ({ inputs }: CompiledCell) => inputs.has("DatabaseClient") || inputs.has("db");
  const names = new RegExp(`\\b(?:${tableNames.join("|")})\\b`, "i");
  return cells.some(
    (cell) =>
      dataNames.some((name) => cell.inputs.has(name)) ||
      (tableNames.length > 0 && asks(cell) && names.test(cell.cell.value)),
  );
}
