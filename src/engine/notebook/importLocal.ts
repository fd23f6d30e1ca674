import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ImportModule } from "./importModule.js";

/** What Node says of an import that a bundler knows how to find. */
const bundlers: ReadonlySet<string> = new Set([
  "ERR_UNSUPPORTED_ESM_URL_SCHEME",
  "ERR_UNKNOWN_FILE_EXTENSION",
  "ERR_MODULE_NOT_FOUND",
]);

async function textOf(file: string, specifier: string): Promise<string> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT" ? new Error(`there is no such file: ${specifier}`) : error;
  });
}

export async function importJson(file: string, specifier: string): Promise<object> {
  return { default: JSON.parse(await textOf(file, specifier)) as unknown };
}

/** A file of TypeScript for one of JavaScript that is not there: compilers name it so. */
function sourceOf(file: string): string {
  const source = file.replace(/\.([mc]?)js$/, ".$1ts");
  return !existsSync(file) && existsSync(source) ? source : file;
}

/**
 * Imports a file beside the notebook at a path: JavaScript, TypeScript, JSON, or whatever it is as
 * text where `?raw` asks for that, as Notebook Kit's own bundler has it.
 */
export async function importLocal(
  specifier: string,
  notebook: string,
  importModule: ImportModule,
): Promise<object> {
  const [asked, query] = specifier.split("?");
  const target = sourceOf(path.resolve(path.dirname(notebook), asked));
  if (query === "raw") return { default: await textOf(target, specifier) };
  if (target.endsWith(".json")) return importJson(target, specifier);
  const isTypeScript = /\.[mc]?ts$/.test(target);
  if (!existsSync(target)) throw new Error(`there is no such file: ${specifier}`);
  if (!isTypeScript && !/\.[mc]?js$/.test(target))
    throw new Error(`expected a JavaScript, TypeScript or JSON file: ${specifier}`);
  if (!isTypeScript) {
    try {
      return (await import(/* @vite-ignore */ pathToFileURL(target).href)) as object;
    } catch (error) {
      // It, or what it imports, is TypeScript or names a package as npm:.
      const { code = "" } = error as NodeJS.ErrnoException;
      if (!bundlers.has(code)) throw error;
    }
  }
  return (await import("./importHelper.js")).importHelper(target, importModule);
}
