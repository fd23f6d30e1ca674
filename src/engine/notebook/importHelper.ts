import { readFile } from "node:fs/promises";
import path from "node:path";
import vm from "node:vm";
import { stripVTControlCharacters } from "node:util";
import { messageOf } from "../../errors.js";
import { withoutNotice } from "./headlessGlobals.js";
import type { ImportModule } from "./importModule.js";

/** Where a bundled helper finds what imports for it. */
const importName = "__ninefoldImport";

/** The lines that a bundler writes for what comes from elsewhere, and for what it gives. */
const importLine =
  /^import\s+(?:(\*\s+as\s+[\w$]+|[\w$]+)\s*,?\s*)?(\{[^}]*\})?\s*(?:from\s+)?("[^"]*"|'[^']*');?$/gm;
const exportLine = /^export\s*\{([^}]*)\};?\s*$/m;

function toCall(_: string, first: string | undefined, named: string | undefined, from: string) {
  const call = `await ${importName}(${from})`;
  if (first?.startsWith("*")) return `const ${first.replace(/^\*\s+as\s+/, "")} = ${call};`;
  const parts = [
    ...(first ? [`default: ${first}`] : []),
    ...(named
      ? named
          .slice(1, -1)
          .split(",")
          .map((name) => name.trim().replace(/\s+as\s+/, ": "))
      : []),
  ];
  return parts.length > 0 ? `const { ${parts.filter(Boolean).join(", ")} } = ${call};` : `${call};`;
}

/** Files as text, where an import asks for that, as Notebook Kit's own bundler has them. */
const rawFiles = {
  name: "ninefold-raw",
  resolveId: (asked: string, importer: string | undefined) =>
    /^\.{0,2}\/.*\?raw$/.test(asked) && importer !== undefined
      ? path.resolve(path.dirname(importer), asked)
      : null,
  async load(id: string) {
    if (!id.endsWith("?raw")) return null;
    const text = await readFile(id.slice(0, -"?raw".length), "utf8");
    return { code: `export default ${JSON.stringify(text)};`, moduleType: "js" as const };
  },
};

/** A helper and those that it imports by their paths, as one module. */
async function bundled(file: string): Promise<string> {
  const { rolldown } = await import("rolldown");
  try {
    const bundle = await rolldown({
      input: file,
      external: (id) => !/^\.{0,2}\//.test(id) && !path.isAbsolute(id),
      // Compilers name a source in TypeScript as what they make of it.
      resolve: { extensionAlias: { ".js": [".js", ".ts"], ".mjs": [".mjs", ".mts"] } },
      plugins: [rawFiles],
      treeshake: false,
      logLevel: "silent",
    });
    const { output } = await bundle.generate({ format: "esm", codeSplitting: false });
    return output[0].code;
  } catch (error) {
    const lines = stripVTControlCharacters(messageOf(error))
      .split("\n")
      .filter((line) => line.trim() !== "" && !/^Build failed/.test(line));
    const said = lines.find((line) => /error|expected|resolve/i.test(line)) ?? lines[0];
    throw new Error(said.replace(/^\[\w+\]\s*/, "").trim(), { cause: error });
  }
}

/**
 * Imports a helper that Node does not run as it is: one in TypeScript, or that imports `npm:`
 * packages. It and its own helpers become one script, whose other imports are the notebook's.
 */
export async function importHelper(file: string, importModule: ImportModule): Promise<object> {
  const code = await withoutNotice(() => bundled(file));
  const names = (exportLine.exec(code)?.[1] ?? "").split(",").flatMap((name) => {
    const [own, as = own] = name.trim().split(/\s+as\s+/);
    return own === "" ? [] : [`${JSON.stringify(as)}: ${own}`];
  });
  const body = code.replace(exportLine, "").replace(importLine, toCall);
  const script = new vm.Script(
    `"use strict"; async (${importName}) => {${body}\nreturn { ${names.join(", ")} };}`,
    { filename: file },
  );
  const run = script.runInThisContext() as (importModule: ImportModule) => Promise<object>;
  return run(importModule);
}
