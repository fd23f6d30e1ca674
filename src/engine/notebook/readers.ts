import type { CompiledCell } from "./compileCell.js";
import { isMutable } from "./mutable.js";

/** The cells that read each variable. */
export type Readers = ReadonlyMap<string, readonly CompiledCell[]>;

export function toReaders(cells: readonly CompiledCell[]): Readers {
  const readers = new Map<string, CompiledCell[]>();
  for (const cell of cells)
    for (const name of cell.inputs.keys()) {
      const known = readers.get(name);
      if (known) known.push(cell);
      else readers.set(name, [cell]);
    }
  return readers;
}

/** Every cell that reads one of these variables, or what such a cell defines, and so on. */
export function cellsBelow(names: Iterable<string>, readers: Readers): ReadonlySet<CompiledCell> {
  const found = new Set<CompiledCell>();
  const left = [...names];
  while (left.length > 0) {
    for (const cell of readers.get(left.pop()!) ?? []) {
      if (found.has(cell)) continue;
      found.add(cell);
      left.push(...cell.outputs.keys());
    }
  }
  return found;
}

/**
 * The cells that may set a mutable: those that read something else of its cell, which `exports` gives,
 * but for those that read the mutable first.
 */
export function mutableWriters(name: string, exports: object, readers: Readers): CompiledCell[] {
  const setters = Object.entries(exports).flatMap(([other, value]) =>
    isMutable(value) ? [] : [other],
  );
  const below = cellsBelow([name], readers);
  return [...cellsBelow(setters, readers)].filter((cell) => !below.has(cell));
}
