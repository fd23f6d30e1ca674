import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import vm from "node:vm";
import { LeftOut } from "../../errors.js";
import { packageFolder } from "../../packageFolder.js";
import { whyElsewhere, whyNotInstalled } from "./elsewhere.js";
import { importJson, importLocal } from "./importLocal.js";
import { inputsPackage, npmSpecifier, packageName, type NpmSpecifier } from "./npmSpecifier.js";
import type { Project } from "./project.js";

/** The path of a JSON file of a package, installed with this one or near a file; null for none. */
function jsonOf(specifier: string, file: string): string | null {
  for (const place of [path.join(packageFolder, "package.json"), path.resolve(file)])
    for (const folder of createRequire(place).resolve.paths(specifier) ?? [])
      if (existsSync(path.join(folder, specifier))) return path.join(folder, specifier);
  return null;
}

export type ImportModule = (specifier: string) => Promise<object>;

/** Node's own import, as a module in the notebook's folder would see it. */
function importNear(file: string, specifier: string): Promise<object> {
  const script = new vm.Script("(specifier) => import(specifier)", {
    filename: path.resolve(file),
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  return (script.runInThisContext() as ImportModule)(specifier);
}

function isInstalledNear(file: string, name: string): boolean {
  const folders = createRequire(path.resolve(file)).resolve.paths(name) ?? [];
  return folders.some((folder) => existsSync(path.join(folder, name)));
}

function isMissing(error: unknown, what: string): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === "ERR_MODULE_NOT_FOUND" && message.includes(what);
}

/** The version of an installed package, or null where it cannot be told. */
function installedVersion(name: string, file: string): string | null {
  const places = [path.join(packageFolder, "package.json"), path.resolve(file)];
  for (const place of places)
    for (const folder of createRequire(place).resolve.paths(name) ?? []) {
      const json = path.join(folder, name, "package.json");
      if (existsSync(json))
        return (JSON.parse(readFileSync(json, "utf8")) as { version?: string }).version ?? null;
    }
  return null;
}

/** Says that an installed package is of another version than a notebook expects. */
async function checkVersion(
  { name, range }: NpmSpecifier,
  file: string,
  onWarning: (line: string) => void,
): Promise<void> {
  const version = range === "" ? null : installedVersion(name, file);
  if (version === null) return;
  const { default: semver } = await import("semver");
  if (semver.validRange(range) === null || semver.satisfies(version, range)) return;
  onWarning(
    `${file}: import "npm:${name}@${range}": ${name} ${version} is installed, and is used: npm install ${name}@${range} for what the notebook expects`,
  );
}

/**
 * Why no page has a module that a cell of the notebook at a path imports: it is on another host, or a
 * package that is not installed and draws as no page of this package can. Null for any other.
 */
export function whyNoModule(asked: string, file: string): LeftOut | null {
  const specifier = npmSpecifier(asked)?.specifier ?? asked;
  const name = packageName(specifier);
  const isFound = /^\.{0,2}\//.test(specifier) || installedVersion(name, file) !== null;
  const why = whyElsewhere(specifier) ?? (isFound ? null : whyNotInstalled(name, asked));
  return why instanceof LeftOut ? why : null;
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
 * is refused. `onOutside` is called before anything but the project and its dependencies is imported,
 * `onWarning` with a line where an installed package is not of the version that is asked for.
 */
export function importerFor(
  file: string,
  project: Pick<Project, "name" | "load">,
  onOutside: () => void = () => {},
  onWarning: (line: string) => void = () => {},
): ImportModule {
  const helpers = new Map<string, Promise<object>>();
  const importModule: ImportModule = async (asked) => {
    const npm = npmSpecifier(asked);
    const specifier = npm?.specifier ?? asked;
    if (npm) await checkVersion(npm, file, onWarning);
    if (specifier === project.name) return project.load();
    // Its fields a reader with a keyboard or a screen reader can operate; the package's they cannot.
    if (specifier === inputsPackage) {
      const { Inputs } = (await project.load()) as { readonly Inputs?: object };
      if (Inputs) return Inputs;
    }
    if (!(own ??= ownPackages()).has(packageName(specifier))) onOutside();
    if (specifier.startsWith(`${project.name}/`))
      throw new Error(`it needs files, which a live notebook has not`);
    const why = whyElsewhere(specifier);
    if (why) throw why;
    if (/^\.{0,2}\//.test(specifier)) {
      const helper = helpers.get(specifier) ?? importLocal(specifier, file, importModule);
      helpers.set(specifier, helper);
      return helper;
    }
    if (specifier.endsWith(".json")) {
      const json = jsonOf(specifier, file);
      if (json === null) throw whyNotInstalled(packageName(specifier), asked);
      return importJson(json, specifier);
    }
    try {
      return (await import(/* @vite-ignore */ specifier)) as object;
    } catch (error) {
      if (!isMissing(error, `'${packageName(specifier)}'`)) throw error;
    }
    const name = packageName(specifier);
    if (!isInstalledNear(file, name)) throw whyNotInstalled(name, asked);
    return importNear(file, specifier);
  };
  return importModule;
}
