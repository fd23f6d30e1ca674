import path from "node:path";
import type { InlineConfig, Plugin, Rollup } from "vite";
import { ExpectedError } from "../../errors.js";
import { packageFolder } from "../../packageFolder.js";
import type { Project } from "../notebook/project.js";
import { bundleProblems } from "./bundleProblems.js";
import { inputsPackage, npmSpecifier } from "../notebook/npmSpecifier.js";
import { notebookKitFolder } from "../notebook/notebookKit.js";

/** A notebook's module, and the file of the notebook that its relative imports start from. */
export interface BundleEntry {
  readonly id: string;
  readonly file: string;
  readonly source: string;
  /** What a line on one of its imports begins with, by what is imported. */
  readonly imports: ReadonlyMap<string, string>;
}

export interface Bundle {
  /** Every file of the bundle, by its path in the site. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** The files of authors that it was made from, besides notebooks: those of no package. */
  readonly sources: readonly string[];
  /** For each notebook, its script and then those that the script cannot do without. */
  readonly scripts: ReadonlyMap<string, readonly string[]>;
  /** For each notebook, the code of all that it loads, now or later. */
  readonly codes: ReadonlyMap<string, readonly string[]>;
}

const prefix = "ninefold-notebook:";

/**
 * Gives the bundler the notebooks' modules, and what they import as the headless run does: this
 * package by its name, other packages as it has them, else as the notebook's folder has them.
 */
function notebooks(
  { name, entry: own }: Project,
  entries: readonly BundleEntry[],
  { onLoad, onMissing }: { onLoad: (id: string) => void; onMissing: (line: string) => void },
): Plugin {
  const entryOf = (id: string | undefined) =>
    entries.find((entry) => id === `\0${prefix}${entry.id}`);
  return {
    name: "ninefold-notebooks",
    enforce: "pre",
    async resolveId(asked, importer) {
      const specifier = npmSpecifier(asked)?.specifier ?? asked;
      if (specifier.startsWith(prefix)) return `\0${specifier}`;
      if (specifier === name) return own;
      if (specifier === inputsPackage)
        return this.resolve("./engine/controls/inputs/inputs.js", own, { skipSelf: true });
      const entry = entryOf(importer);
      const source = /^\.{0,2}\/.*\.[mc]?js$/.test(asked) ? asked.replace(/js$/, "ts") : null;
      if (!entry) {
        if (source !== null && importer !== undefined)
          // Compilers name the source in TypeScript so.
          return (
            (await this.resolve(asked, importer, { skipSelf: true })) ??
            this.resolve(source, importer, { skipSelf: true })
          );
        if (specifier === asked) return null;
        // What a helper names as npm: is found as for a cell: with this package, else near the helper.
        const found = await this.resolve(specifier, own, { skipSelf: true });
        return found ?? this.resolve(specifier, importer, { skipSelf: true });
      }
      const places = [path.resolve(entry.file)];
      if (!/^[./]/.test(specifier)) places.unshift(own);
      if (specifier === "@observablehq/runtime")
        places.unshift(path.join(notebookKitFolder(), "index.js"));
      for (const place of places) {
        const found = await this.resolve(specifier, place, { skipSelf: true });
        if (found) return found;
      }
      const written = source && (await this.resolve(source, path.resolve(entry.file)));
      if (written) return written;
      const missing = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
      const message = `import "${asked}": no such package is installed: npm install ${missing}`;
      const where = entry.imports.get(asked);
      if (where !== undefined) onMissing(where + message);
      throw new Error(message);
    },
    load: (id) => {
      onLoad(id);
      return entryOf(id)?.source ?? null;
    },
  };
}

/** A chunk and all that it imports before it runs; or, `later`, at any time. */
function closure(
  first: string,
  chunks: ReadonlyMap<string, Rollup.OutputChunk>,
  later = false,
): string[] {
  const seen = new Set<string>();
  const visit = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    const chunk = chunks.get(name);
    chunk?.imports.forEach(visit);
    if (later) chunk?.dynamicImports.forEach(visit);
  };
  visit(first);
  return [...seen];
}

/** A name that starts with a letter or a digit, whatever the bundler calls a chunk. */
const plain = (name: string) => name.replace(/^[^a-z0-9]+/i, "") || "part";

/** Runs what reads `NODE_ENV` as if nobody had set it, so that its bytes are the same for everybody. */
async function inProduction<T>(run: () => Promise<T>): Promise<T> {
  const { env } = process;
  const given = env.NODE_ENV;
  env.NODE_ENV = "production";
  try {
    return await run();
  } finally {
    if (given === undefined) delete env.NODE_ENV;
    else env.NODE_ENV = given;
  }
}

/**
 * Bundles notebooks for a browser, in memory: modules that load each other by relative addresses
 * and nothing from elsewhere. Throws an ExpectedError for an import that is not installed.
 */
export async function bundle(project: Project, entries: readonly BundleEntry[]): Promise<Bundle> {
  const { build } = await import("vite");
  let result: Rollup.RollupOutput;
  const loaded = new Set<string>();
  const missing = new Set<string>();
  const plugin = notebooks(project, entries, {
    onLoad: (id) => loaded.add(id),
    onMissing: (line) => missing.add(line),
  });
  try {
    const options: InlineConfig = {
      mode: "production",
      configFile: false,
      envDir: false,
      publicDir: false,
      root: packageFolder,
      base: "./",
      logLevel: "silent",
      plugins: [plugin],
      build: {
        write: false,
        target: "es2022",
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        reportCompressedSize: false,
        rollupOptions: {
          input: Object.fromEntries(entries.map(({ id }) => [id, prefix + id])),
          output: {
            entryFileNames: "assets/[name]-[hash].js",
            chunkFileNames: ({ name }) => `assets/${plain(name)}-[hash].js`,
            assetFileNames: "assets/[name]-[hash][extname]",
          },
        },
      },
    };
    result = (await inProduction(() => build(options))) as Rollup.RollupOutput;
  } catch (error) {
    throw new ExpectedError(
      missing.size > 0
        ? [...missing]
        : bundleProblems(error, { root: packageFolder, prefix, entries }),
    );
  }
  const chunks = new Map(
    result.output.flatMap((part) => (part.type === "chunk" ? [[part.fileName, part]] : [])),
  );
  const files = new Map(
    result.output.map((part) => [part.fileName, part.type === "chunk" ? part.code : part.source]),
  );
  const firsts = [...chunks.values()].filter(({ isEntry }) => isEntry);
  const scripts = new Map(firsts.map(({ name, fileName }) => [name, closure(fileName, chunks)]));
  const codes = new Map(
    firsts.map(({ name, fileName }) => [
      name,
      closure(fileName, chunks, true).map((file) => chunks.get(file)?.code ?? ""),
    ]),
  );
  // Not what the chunks hold: a module whose values were written in place is in none.
  const sources = [...loaded]
    .map((id) => id.split("?")[0])
    .filter((id) => path.isAbsolute(id) && !id.split(path.sep).includes("node_modules"))
    .filter((id) => path.relative(packageFolder, id).startsWith(".."));
  return { files, scripts, codes, sources };
}
