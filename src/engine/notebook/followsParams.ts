import type { CompiledCell } from "./compileCell.js";
import { readsParam } from "./readsParam.js";

/**
 * The parameters that each cell follows, of some names: it reads them itself, or a variable of a
 * cell that does.
 */
export function followsParams(
  cells: readonly CompiledCell[],
  names: readonly string[],
): ReadonlyMap<CompiledCell, readonly string[]> {
  // A variable of a cell's own is then meant.
  const isOwn = cells.some(({ outputs }) => outputs.has("params"));
  const followed = new Map<CompiledCell, Set<string>>();
  const definers = new Map<string, CompiledCell>();
  for (const cell of cells) {
    const read = isOwn ? [] : names.filter((name) => readsParam([cell], name));
    followed.set(cell, new Set(read));
    for (const name of cell.outputs.keys()) if (!definers.has(name)) definers.set(name, cell);
  }
  for (let isNew = true; isNew;) {
    isNew = false;
    for (const [cell, own] of followed)
      for (const input of cell.inputs.keys())
        for (const name of followed.get(definers.get(input) ?? cell)!) {
          if (own.has(name)) continue;
          own.add(name);
          isNew = true;
        }
  }
  return new Map([...followed].map(([cell, own]) => [cell, [...own]]));
}
