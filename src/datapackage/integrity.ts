import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { committedPath } from "../disk/commitFiles.js";
import type { Descriptor } from "./descriptor.js";
import { problemLine } from "./problem.js";

/**
 * Where the files of a folder are not those that its descriptor states, a line each: their size in
 * bytes and their SHA-256. A change that was meant is stated there; one that was not is found here.
 */
export function integrityProblems(
  { resources }: Pick<Descriptor, "resources">,
  dir: string,
  shown: (path: string) => string,
): string[] {
  return resources.flatMap(({ path, bytes, hash }) => {
    const problem = (what: string, value?: string) =>
      problemLine(shown(path), {
        column: "file",
        what: `${what}, as datapackage.json states`,
        ...(value !== undefined && { value }),
      });
    const file = committedPath(dir, path);
    if (!existsSync(file)) return [problem("expected a file")];
    const content = readFileSync(file);
    const found = `sha256:${createHash("sha256").update(content).digest("hex")}`;
    if (found === hash) return [];
    const size =
      content.length === bytes ? [] : [problem(`expected ${bytes} bytes`, String(content.length))];
    return [...size, problem(`expected ${hash}`, found)];
  });
}
