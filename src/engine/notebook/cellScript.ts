import vm from "node:vm";
import { CellError } from "./cellError.js";
import type { CompiledCell } from "./compileCell.js";
import type { ImportModule } from "./importModule.js";
import { importName } from "./liftImports.js";
import { thrownMessage } from "./thrown.js";

/**
 * A cell's function, of what it reads. `script` names it in stacks; `globals` stand in for those of the
 * process. What it imports in vain is said where it asks for it.
 */
export function cellScript(
  cell: CompiledCell,
  script: string,
  globals: Readonly<Record<string, unknown>>,
  importModule: ImportModule,
): (...inputs: unknown[]) => unknown {
  const importAt = (offset: number) => async (specifier: string, _: unknown, names: string[]) => {
    try {
      const module = await importModule(specifier);
      const missing = (names ?? []).filter((name) => !(name in module));
      if (missing.length > 0) throw new SyntaxError(`it does not export ${missing.join(", ")}`);
      return module;
    } catch (error) {
      const message = `import "${specifier}": ${thrownMessage(error)}`;
      throw new CellError(cell.cell, cell.at(offset), message, { cause: error });
    }
  };
  const given = { ...globals, [importName]: importAt };
  const prefix = `"use strict"; (${Object.keys(given).join(", ")}) => `;
  const made = new vm.Script(prefix + cell.code, {
    filename: script,
    columnOffset: -prefix.length,
  });
  const make = made.runInThisContext() as (...given: unknown[]) => () => unknown;
  return make(...Object.values(given));
}
