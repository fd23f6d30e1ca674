import { input } from "./builtins.js";
import { CellError } from "./cellError.js";
import type { CompiledCell } from "./compileCell.js";
import { isOwn, type Graph } from "./graph.js";
import { thrownMessage } from "./thrown.js";

export interface CellInputsOptions {
  readonly definers: Graph["definers"];
  readonly builtins: Readonly<Record<string, () => unknown>>;
  readonly library: (name: string) => (() => Promise<unknown>) | null;
  /** The value of a variable that a cell defines. */
  readonly variable: (cell: CompiledCell, name: string) => Promise<unknown>;
  readonly display: (cell: CompiledCell) => (value: unknown) => unknown;
}

/** Gives what a cell reads, in the order of its function's parameters. */
export function cellInputs({
  definers,
  builtins,
  library,
  variable,
  display,
}: CellInputsOptions): (cell: CompiledCell) => Promise<unknown[]> {
  /** What a cell reads that no cell defines. Not awaited: `invalidation` is a promise. */
  function given(name: string, cell: CompiledCell): unknown {
    if (name === "display") return display(cell);
    if (name === "view")
      return (control: { readonly value: unknown }) => {
        display(cell)(control);
        return input(control);
      };
    if (Object.hasOwn(builtins, name)) return builtins[name]();
    return (globalThis as Record<string, unknown>)[name];
  }

  const libraries = new Map<string, Promise<unknown>>();
  /** A library, loaded once; where it cannot be, each cell that reads it says so. */
  async function fromLibrary(name: string, cell: CompiledCell): Promise<unknown> {
    const loading = libraries.get(name) ?? library(name)!();
    libraries.set(name, loading);
    try {
      return await loading;
    } catch (error) {
      const message = `${name}: ${thrownMessage(error)}`;
      throw new CellError(cell.cell, cell.inputs.get(name)!, message, { cause: error });
    }
  }

  return async (cell) => {
    const names = [...cell.inputs.keys()];
    const found = names.map((name) => (isOwn(name) ? undefined : definers.get(name)));
    const isGiven = (name: string, i: number) =>
      found[i] === undefined && (isOwn(name) || Object.hasOwn(builtins, name) || !library(name));
    const values = await Promise.all(
      found.map((definer, i) => {
        if (definer) return variable(definer, names[i]);
        return isGiven(names[i], i) ? Promise.resolve() : fromLibrary(names[i], cell);
      }),
    );
    return names.map((name, i) => (isGiven(name, i) ? given(name, cell) : values[i]));
  };
}
