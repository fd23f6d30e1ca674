import type { CompiledCell } from "./compileCell.js";

type Definers = ReadonlyMap<string, CompiledCell>;

/**
 * The cells that depend on themselves, in groups of those that depend on each other: Tarjan's
 * strongly connected components, without recursion, as a notebook may be a chain of thousands.
 */
export function circles(cells: readonly CompiledCell[], definers: Definers): CompiledCell[][] {
  const next = (cell: CompiledCell) =>
    [...cell.inputs.keys()].flatMap((name) => definers.get(name) ?? []);
  const order = new Map<CompiledCell, number>();
  const lowest = new Map<CompiledCell, number>();
  const open: CompiledCell[] = [];
  const isOpen = new Set<CompiledCell>();
  const found: CompiledCell[][] = [];
  const lower = (cell: CompiledCell, to: number) =>
    lowest.set(cell, Math.min(lowest.get(cell)!, to));
  for (const start of cells) {
    const path: { readonly cell: CompiledCell; readonly reads: CompiledCell[] }[] = [];
    const enter = (cell: CompiledCell) => {
      lowest.set(cell, order.size);
      order.set(cell, order.size);
      open.push(cell);
      isOpen.add(cell);
      path.push({ cell, reads: next(cell) });
    };
    if (!order.has(start)) enter(start);
    while (path.length > 0) {
      const { cell, reads } = path[path.length - 1];
      const read = reads.pop();
      if (read !== undefined) {
        if (!order.has(read)) enter(read);
        else if (isOpen.has(read)) lower(cell, order.get(read)!);
        continue;
      }
      path.pop();
      if (path.length > 0) lower(path[path.length - 1].cell, lowest.get(cell)!);
      if (lowest.get(cell) !== order.get(cell)) continue;
      const group = open.splice(open.lastIndexOf(cell));
      for (const one of group) isOpen.delete(one);
      if (group.length > 1 || next(cell).includes(cell)) found.push(group);
    }
  }
  return found;
}

/** The shortest way from a cell back to itself: the names that lead from each cell to the next. */
export function wayBack(
  from: CompiledCell,
  group: ReadonlySet<CompiledCell>,
  definers: Definers,
): string[] {
  const cameBy = new Map<CompiledCell, readonly [CompiledCell, string]>();
  const queue = [from];
  for (const cell of queue) {
    for (const name of cell.inputs.keys()) {
      const read = definers.get(name);
      if (!read || !group.has(read) || cameBy.has(read)) continue;
      cameBy.set(read, [cell, name]);
      queue.push(read);
    }
  }
  const names: string[] = [];
  let at = from;
  do {
    const [before, name] = cameBy.get(at)!;
    names.push(name);
    at = before;
  } while (at !== from);
  return names.reverse();
}
