import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { importsOf } from "../imports.js";

export const src = fileURLToPath(new URL("../../src/", import.meta.url));
export const relative = (file: string) => path.relative(src, file).split(path.sep).join("/");
export const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
  .map((name) => path.join(src, name));

/** The source file that a relative import names. */
export function target(from: string, specifier: string): string {
  return path.resolve(path.dirname(from), specifier).replace(/\.js$/, ".ts");
}

/** What a file loads when it runs: every file, and every module from elsewhere, by who loads it. */
export function reach(start: string): { files: Set<string>; modules: Map<string, string> } {
  const reached = { files: new Set<string>(), modules: new Map<string, string>() };
  const visit = (file: string): void => {
    if (reached.files.has(file)) return;
    reached.files.add(file);
    for (const { specifier, typeOnly } of importsOf(file)) {
      if (typeOnly) continue;
      if (specifier.startsWith(".")) visit(target(file, specifier));
      else reached.modules.set(specifier, relative(file));
    }
  };
  visit(start);
  return reached;
}

/** The lines of a wing's files that say what it must not know, in code or in comment. */
export function linesIn(wing: string, pattern: RegExp): string[] {
  return files
    .filter((file) => relative(file).startsWith(`${wing}/`))
    .flatMap((file) =>
      readFileSync(file, "utf8")
        .split("\n")
        .flatMap((line, i) =>
          pattern.test(line) ? [`${relative(file)}:${i + 1}: ${line.trim()}`] : [],
        ),
    );
}
