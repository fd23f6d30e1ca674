import type { ImportModule } from "../importModule.js";
import { isOwnLibrary, libraryOf, type OwnLibrary } from "./libraries.js";

interface OwnModule {
  readonly library: () => unknown;
}

const own: Readonly<Record<OwnLibrary, () => Promise<OwnModule>>> = {
  DOM: () => import("./DOM.js"),
  Promises: () => import("./Promises.js"),
  tex: () => import("./tex.js"),
  dot: () => import("./dot.js"),
  vl: () => import("./vl.js"),
};

/**
 * Gives what a name stands for that cells read without an import, headless: null for a name that is
 * no library's. Each run has libraries of its own, so that no run changes another's names.
 */
export function libraryLoader(
  project: string,
  importModule: ImportModule,
): (name: string) => (() => Promise<unknown>) | null {
  return (name) => {
    if (isOwnLibrary(name)) return async () => (await own[name]()).library();
    const library = libraryOf(name, project);
    if (library === undefined) return null;
    return async () => {
      const module = (await importModule(library.specifier)) as Readonly<Record<string, unknown>>;
      return library.export === undefined ? module : module[library.export];
    };
  };
}
