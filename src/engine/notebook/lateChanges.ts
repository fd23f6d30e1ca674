import { CellError } from "./cellError.js";
import type { CompiledCell } from "./compileCell.js";
import type { Mutable } from "./mutable.js";
import type { Place } from "./readNotebook.js";
import { rowsPrint } from "./rowsPrint.js";
import { beginning } from "./thrown.js";

/** A variable, and where it is defined. */
interface Variable {
  readonly cell: CompiledCell;
  readonly name: string | null;
  readonly place: Place;
}

/** Finds what a page would show later, or otherwise, than a report that is made now. */
export interface LateChanges {
  /** Keeps the value of a mutable that other cells were given. */
  readonly keepMutable: (variable: Variable, mutable: Mutable<unknown>) => void;
  /** Keeps how rows were when the first of several cells was given them. */
  readonly keepRows: (variable: Variable, value: unknown) => void;
  /** What has changed since, or may yet: a problem each. */
  readonly find: (waiting: readonly CompiledCell[]) => CellError[];
}

export function lateChanges(): LateChanges {
  const mutables: { readonly of: Variable; readonly mutable: Mutable<unknown>; given: unknown }[] =
    [];
  const rows: { readonly of: Variable; readonly value: unknown; readonly print: number }[] = [];
  return {
    keepMutable: (of, mutable) => void mutables.push({ of, mutable, given: mutable.value }),
    keepRows(of, value) {
      const print = rowsPrint(value);
      if (print !== null) rows.push({ of, value, print });
    },
    find: (waiting) => [
      ...waiting.map((cell) => {
        const message =
          "a timer was still to run when all cells had settled, and a report shows nothing of it: await it, as in await new Promise((resolve) => setTimeout(resolve, 300))";
        return new CellError(cell.cell, beginning(cell), message);
      }),
      ...rows
        .filter(({ value, print }) => rowsPrint(value) !== print)
        .map(({ of: { cell, name, place } }) => {
          const message = `a cell changed the objects in ${name}, which several cells read, so that what each gets depends on which runs first: copy them there, as in ${name}.map((row) => ({...row, share: 1}))`;
          return new CellError(cell.cell, place, message);
        }),
      ...mutables
        .filter(({ mutable, given }) => !Object.is(mutable.value, given))
        .map(({ of: { cell, name, place } }) => {
          const message = `${name} was changed after other cells had read it: what reads it may not change it`;
          return new CellError(cell.cell, place, message);
        }),
    ],
  };
}
