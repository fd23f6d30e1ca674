import type { CompiledCell } from "./compileCell.js";
import { importedNames } from "./liftImports.js";
import type { Readers } from "./readers.js";

/** What changes a map or a set. */
const changing = ["set", "add", "delete", "clear"] as const;

function refuse(): never {
  throw new TypeError("Cannot change a map or a set, object is not extensible");
}

function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true;
  const prototype = Object.getPrototypeOf(value) as object | null;
  const isModule = Object.prototype.toString.call(value) === "[object Module]";
  return !isModule && (prototype === null || prototype === Object.prototype);
}

/**
 * Freezes arrays, plain objects, maps and sets, and those within them: a cell that changed what
 * another one defines would do so before or after a third one reads it, as it happens, and once more
 * each time it runs live. Objects in an array stay open, since charts write into the rows they draw:
 * `rowsPrint` finds what cells change in them.
 */
export function freezeDeep(value: unknown): void {
  const left = [value];
  while (left.length > 0) {
    const one = left.pop();
    if (typeof one !== "object" || one === null || Object.isFrozen(one)) continue;
    if (one instanceof Map || one instanceof Set) {
      for (const name of changing)
        if (name in one) Object.defineProperty(one, name, { value: refuse });
      Object.freeze(one);
      for (const inner of one.values()) left.push(inner);
    } else if (isPlain(one)) {
      Object.freeze(one);
      for (const inner of Object.values(one) as unknown[])
        if (!Array.isArray(one) || Array.isArray(inner)) left.push(inner);
    }
  }
}

/** What a cell defines and another one reads, but for what it imports. */
export function sharedNames({ syntax, outputs }: CompiledCell, readers: Readers): Set<string> {
  const imported = importedNames(syntax);
  const isShared = (name: string) => readers.has(name) && !imported.has(name);
  return new Set([...outputs.keys()].filter(isShared));
}

/** What a cell did that wrote to what another one defines, in words; empty for any other error. */
export function changeWords(error: unknown): string {
  const isRefused =
    error instanceof TypeError &&
    /object is not extensible|read only property|^Cannot delete property/.test(error.message);
  return isRefused
    ? ": what one cell defines no other may change: copy it first, as in [...array] or structuredClone(object)"
    : "";
}
