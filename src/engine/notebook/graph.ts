import { whyRefused } from "./builtins.js";
import { circles, wayBack } from "./circles.js";
import { CellError } from "./cellError.js";
import type { CompiledCell } from "./compileCell.js";
import { nearest } from "./nearest.js";
import { whyNoAddress, whyNotRun } from "./inNeither.js";
import type { Cell, Place } from "./readNotebook.js";
import type { LeftOut } from "../../errors.js";

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

/** A circle of more cells is told of the first of them alone, and names as many on its way. */
const longCircle = 10;

const circleWords = (names: readonly string[]) =>
  names.length <= longCircle
    ? `circular definition: ${names.join(" reads ")}`
    : `circular definition of ${names.length} cells: ${names.slice(0, longCircle).join(" reads ")} reads …`;

function undefinedWords({ cell }: CompiledCell, name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  const asText = cell.mode === "md" ? `, or write \\\${…} where readers are to see it so` : "";
  const advice = near === undefined ? "define it in a cell, or import it" : `did you mean ${near}?`;
  return `${name} is not defined: ${advice}${asText}`;
}

export interface GraphNames {
  /** Names besides those of cells that an author may have meant. */
  readonly given?: readonly string[];
  /** Why a name is left out that something defines for other pages than these. */
  readonly byOthers?: (name: string) => LeftOut | null;
}

/**
 * Which cell defines what. Finds what no order of running could mend: a variable that nothing
 * defines, one that two cells define, one that depends on itself. A name that nothing defines is not
 * reported where a cell that does not parse mentions it.
 */
export function toGraph(
  cells: readonly CompiledCell[],
  unparsed: readonly Cell[],
  isKnown: (name: string) => boolean,
  { given = [], byOthers = () => null }: GraphNames = {},
): Graph {
  const mentioned = new Set(unparsed.flatMap(({ value }) => value.match(/[\w$]+/g) ?? []));
  const definers = new Map<string, CompiledCell>();
  const errors = new Map<CompiledCell, CellError[]>();
  const fail = (cell: CompiledCell, error: CellError) =>
    errors.set(cell, [...(errors.get(cell) ?? []), error]);
  const read = new Set(cells.flatMap(({ inputs }) => [...inputs.keys()]));
  for (const cell of cells) {
    for (const [name, place] of cell.outputs) {
      const other = definers.get(name);
      // As long as nobody reads it, nobody needs to know which of them is meant.
      if (other && !read.has(name)) continue;
      if (other) {
        const { line } = other.outputs.get(name)!;
        const elsewhere = `${name} is also defined in line ${line}: give one of them another name`;
        fail(cell, new CellError(cell.cell, place, elsewhere));
      } else definers.set(name, cell);
    }
  }
  const names = [...definers.keys(), ...given];
  const failBy = (cell: CompiledCell, place: Place, cause: Error) =>
    fail(cell, new CellError(cell.cell, place, cause.message, { cause }));
  for (const cell of cells) {
    const notRun = whyNotRun(cell.cell);
    if (notRun) failBy(cell, cell.cell.place(0), notRun);
    const noAddress = whyNoAddress(cell);
    if (noAddress) fail(cell, noAddress);
    for (const [name, place] of cell.inputs) {
      if (isOwn(name) || definers.has(name)) continue;
      const refused = whyRefused(name);
      if (refused) failBy(cell, place, refused);
      else if (mentioned.has(name)) errors.set(cell, errors.get(cell) ?? []);
      else if (!isKnown(name)) {
        const left = byOthers(name);
        if (left) failBy(cell, place, left);
        else fail(cell, new CellError(cell.cell, place, undefinedWords(cell, name, names)));
      }
    }
  }
  const position = new Map(cells.map((cell, i) => [cell, i]));
  for (const group of circles(cells, definers)) {
    const inOrder = group.sort((a, b) => position.get(a)! - position.get(b)!);
    const members = new Set(inOrder);
    for (const cell of inOrder) errors.set(cell, errors.get(cell) ?? []);
    for (const cell of inOrder.length > longCircle ? inOrder.slice(0, 1) : inOrder) {
      const names = wayBack(cell, members, definers);
      fail(cell, new CellError(cell.cell, cell.inputs.get(names[0])!, circleWords(names)));
    }
  }
  return { definers, errors };
}
