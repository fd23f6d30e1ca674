import { freezeDeep } from "../freezeExports.js";
import { isGenerator } from "../lastValue.js";
import type { LiveCell } from "./liveNotebook.js";

const isPromise = (value: unknown): value is Promise<unknown> => value instanceof Promise;

/** Freezes a value, or what a promise gives, before any other cell gets it. */
function freeze(value: unknown): void {
  if (isPromise(value)) value.then(freeze, () => undefined);
  else if (!isGenerator(value)) freezeDeep(value);
}

/** Gives what a cell gives, with all that other cells read of it frozen. */
export function freezeShared(cell: Pick<LiveCell, "output" | "shared">, given: unknown): unknown {
  const { output, shared } = cell;
  if (isPromise(given)) return given.then((value) => freezeShared(cell, value));
  if (output !== undefined) {
    if (shared.includes(output)) freeze(given);
  } else for (const name of shared) freeze((given as Readonly<Record<string, unknown>>)[name]);
  return given;
}
