import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type {
  deserialize as Deserialize,
  parseJavaScript as ParseJavaScript,
  parseTemplate as ParseTemplate,
  transpileTemplate as TranspileTemplate,
} from "@observablehq/notebook-kit";
import type { ObservableParts } from "./live/liveNotebook.js";

/**
 * The parts of Observable's Notebook Kit that read a notebook: its file format and its cells'
 * syntax. They are imported by file, since the package's main entry also loads TypeScript, which
 * takes longer than a whole run. The package's version is pinned.
 */
export interface NotebookKit {
  readonly deserialize: typeof Deserialize;
  readonly parseJavaScript: typeof ParseJavaScript;
  readonly parseTemplate: typeof ParseTemplate;
  readonly transpileTemplate: typeof TranspileTemplate;
}

/** The parts that read Observable's own language. They load TypeScript too. */
export interface ObservableKit {
  readonly parseCell: (value: string) => {
    readonly body?: {
      readonly type: string;
      readonly start: number;
      readonly source?: { readonly value?: string };
    } | null;
  };
  readonly transpileObservable: (value: string) => {
    readonly body: string;
    readonly inputs?: readonly string[];
    readonly output?: string;
    readonly autoview?: boolean;
    readonly automutable?: boolean;
  };
}

const name = "@observablehq/notebook-kit";

/** The folder of Notebook Kit's own modules. */
export function notebookKitFolder(): string {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const folder = folders
    .map((place) => path.join(place, name))
    .find((place) => existsSync(path.join(place, "package.json")));
  if (folder === undefined) throw new Error(`${name} is not installed: run npm ci`);
  return path.join(folder, "dist", "src");
}

const urlOf = (file: string) => pathToFileURL(path.join(notebookKitFolder(), file)).href;

/** Loads a module as in a process that has no screen, whatever is lent to it. */
async function withoutFrames<T>(load: () => Promise<T>): Promise<T> {
  const lent = Object.getOwnPropertyDescriptor(globalThis, "requestAnimationFrame");
  Reflect.deleteProperty(globalThis, "requestAnimationFrame");
  try {
    return await load();
  } finally {
    if (lent) Object.defineProperty(globalThis, "requestAnimationFrame", lent);
  }
}

/** The parts that run a notebook in a page: Observable's runtime, and what defines cells in it. */
export async function importLiveParts(): Promise<ObservableParts> {
  const load = (url: string) => import(/* @vite-ignore */ url) as Promise<Partial<ObservableParts>>;
  const runtime = createRequire(urlOf("index.js")).resolve("@observablehq/runtime");
  const [{ Runtime }, { define }, { input, observe, queue, width }, { Mutable }] =
    await withoutFrames(() =>
      Promise.all([
        load(pathToFileURL(runtime).href),
        load(urlOf("runtime/define.js")),
        load(urlOf("runtime/stdlib/generators/index.js")),
        load(urlOf("runtime/stdlib/mutable.js")),
      ]),
    );
  return { Runtime, define, input, observe, queue, width, Mutable } as ObservableParts;
}

/** Imports one of Notebook Kit's modules and checks that it holds what is expected of it. */
async function part(file: string, functions: readonly string[]): Promise<Partial<NotebookKit>> {
  const module = (await import(/* @vite-ignore */ urlOf(file))) as Record<string, unknown>;
  const missing = functions.filter((key) => typeof module[key] !== "function");
  if (missing.length > 0)
    throw new Error(`${name}: ${file} no longer has ${missing.join(", ")}: pin 2.1.8`);
  return module;
}

export async function importNotebookKit(): Promise<NotebookKit> {
  const parts = await Promise.all([
    part("lib/serialize.js", ["deserialize"]),
    part("javascript/parse.js", ["parseJavaScript"]),
    part("javascript/template.js", ["parseTemplate", "transpileTemplate"]),
  ]);
  return Object.assign({}, ...parts) as NotebookKit;
}

export async function importObservableKit(): Promise<ObservableKit> {
  const parser = createRequire(urlOf("index.js")).resolve("@observablehq/parser");
  const parts = await Promise.all([
    import(/* @vite-ignore */ pathToFileURL(parser).href),
    import(/* @vite-ignore */ urlOf("javascript/observable.js")),
  ]);
  return Object.assign({}, ...parts) as ObservableKit;
}

/** Observable's generators that wait for whoever calls them. */
export type ObservedGenerators = Pick<ObservableParts, "observe" | "queue">;

export async function importGenerators(): Promise<ObservedGenerators> {
  const url = urlOf("runtime/stdlib/generators/index.js");
  const { observe, queue } = (await import(/* @vite-ignore */ url)) as ObservedGenerators;
  return { observe, queue };
}
