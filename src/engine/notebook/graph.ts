import { whyRefused } from "./builtins.js";
import { CellError } from "./cellError.js";
import type { CompiledCell } from "./compileCell.js";
import type { Cell } from "./readNotebook.js";

/** The cells of a notebook by the variables that they define. */
export interface Graph {
  /** The one cell that defines a variable. */
  readonly definers: ReadonlyMap<string, CompiledCell>;
  /** Cells that cannot run, and why; no reason where the cause is in a cell that does not parse. */
  readonly errors: ReadonlyMap<CompiledCell, readonly CellError[]>;
}

/** Whether each cell gets its own of a name, whatever other cells define. */
export function isOwn(name: string): boolean {
  return name === "display" || name === "view";
}

/** The way from a cell back to itself through what it reads, or null where there is none. */
function findCircle(from: CompiledCell, definers: Graph["definers"]): string[] | null {
  const seen = new Set<CompiledCell>();
  const follow = (cell: CompiledCell, path: string[]): string[] | null => {
    for (const name of cell.inputs.keys()) {
      const next = definers.get(name);
      if (next === from) return [...path, name];
      if (!next || seen.has(next)) continue;
      seen.add(next);
      const circle = follow(next, [...path, name]);
      if (circle) return circle;
    }
    return null;
  };
  return follow(from, []);
}

/**
 * Which cell defines what. Finds what no order of running could mend: a variable that nothing
 * defines, one that two cells define, one that depends on itself. A
 * name that nothing defines is not reported where a cell that does not parse mentions it.
 */
export function toGraph(
  cells: readonly CompiledCell[],
  unparsed: readonly Cell[],
  isKnown: (name: string) => boolean,
): Graph {
  const mentioned = new Set(unparsed.flatMap(({ value }) => value.match(/[\w$]+/g) ?? []));
  const definers = new Map<string, CompiledCell>();
  const errors = new Map<CompiledCell, CellError[]>();
  const fail = (cell: CompiledCell, error: CellError) =>
    errors.set(cell, [...(errors.get(cell) ?? []), error]);
  for (const cell of cells) {
    for (const [name, place] of cell.outputs) {
      const other = definers.get(name);
      if (other) {
        const elsewhere = `${name} is also defined in cell ${other.cell.id}`;
        fail(cell, new CellError(cell.cell, place, elsewhere));
      } else definers.set(name, cell);
    }
  }
  for (const cell of cells) {
    for (const [name, place] of cell.inputs) {
      if (isOwn(name) || definers.has(name)) continue;
      const refused = whyRefused(name);
      if (refused) fail(cell, new CellError(cell.cell, place, refused));
      else if (mentioned.has(name)) errors.set(cell, errors.get(cell) ?? []);
      else if (!isKnown(name))
        fail(cell, new CellError(cell.cell, place, `${name} is not defined`));
    }
    const circle = findCircle(cell, definers);
    if (circle) {
      const place = cell.inputs.get(circle[0])!;
      fail(cell, new CellError(cell.cell, place, `circular definition: ${circle.join(" reads ")}`));
    }
  }
  return { definers, errors };
}
