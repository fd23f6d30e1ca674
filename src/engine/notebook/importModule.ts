import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import { packageFolder } from "../../packageFolder.js";
import type { Project } from "./project.js";

export type ImportModule = (specifier: string) => Promise<object>;

/** Node's own import, as a module in the notebook's folder would see it. */
function importNear(file: string, specifier: string): Promise<object> {
  const script = new vm.Script("(specifier) => import(specifier)", {
    filename: path.resolve(file),
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  return (script.runInThisContext() as ImportModule)(specifier);
}

/** `@scope/name` of `@scope/name/file.js`. */
function packageName(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

function isInstalledNear(file: string, name: string): boolean {
  const folders = createRequire(path.resolve(file)).resolve.paths(name) ?? [];
  return folders.some((folder) => existsSync(path.join(folder, name)));
}

function isMissing(error: unknown, what: string): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === "ERR_MODULE_NOT_FOUND" && message.includes(what);
}

async function importLocal(specifier: string, file: string): Promise<object> {
  const target = path.resolve(path.dirname(file), specifier);
  if (target.endsWith(".json")) {
    const text = await readFile(target, "utf8").catch((error: NodeJS.ErrnoException) => {
      throw error.code === "ENOENT" ? new Error(`there is no such file: ${specifier}`) : error;
    });
    return { default: JSON.parse(text) as unknown };
  }
  try {
    return (await import(/* @vite-ignore */ pathToFileURL(target).href)) as object;
  } catch (error) {
    if (isMissing(error, target)) throw new Error(`there is no such file: ${specifier}`);
    if ((error as NodeJS.ErrnoException).code === "ERR_UNKNOWN_FILE_EXTENSION")
      throw new Error(`expected a JavaScript or JSON file: ${specifier}`);
    throw error;
  }
}

/** The packages that come with this one, whose versions it fixes. */
function ownPackages(): ReadonlySet<string> {
  const json = readFileSync(path.join(packageFolder, "package.json"), "utf8");
  const { dependencies = {} } = JSON.parse(json) as { dependencies?: Record<string, string> };
  return new Set(Object.keys(dependencies));
}

let own: ReadonlySet<string> | undefined;

/**
 * Imports for the cells of a notebook. The project is known by its name, whichever folder
 * the notebook is in; other packages are its own dependencies, else those of the notebook's folder;
 * paths are relative to the notebook. What a browser would fetch from elsewhere, or could not run,
 * is refused. `onOutside` is called before anything but the project and its dependencies is imported.
 */
export function importerFor(
  file: string,
  project: Pick<Project, "name" | "load">,
  onOutside: () => void = () => {},
): ImportModule {
  return async (specifier) => {
    if (specifier === project.name) return project.load();
    if (!(own ??= ownPackages()).has(packageName(specifier))) onOutside();
    if (specifier.startsWith(`${project.name}/`))
      throw new Error(`it needs files, which a live notebook has not`);
    if (specifier.startsWith("node:")) throw new Error(`a live notebook has no modules of Node`);
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(specifier))
      throw new Error(
        `expected the bare name of an installed package or a relative ` +
          `path, which need no network`,
      );
    if (/^\.{0,2}\//.test(specifier)) return importLocal(specifier, file);
    try {
      return (await import(/* @vite-ignore */ specifier)) as object;
    } catch (error) {
      if (!isMissing(error, `'${packageName(specifier)}'`)) throw error;
    }
    if (!isInstalledNear(file, packageName(specifier)))
      throw new Error("no such package is installed");
    return importNear(file, specifier);
  };
}
