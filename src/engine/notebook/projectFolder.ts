import { existsSync } from "node:fs";
import path from "node:path";

/** The nearest folder above a notebook that is a project's, or null. */
export function projectFolder(file: string): string | null {
  for (let folder = path.dirname(path.resolve(file)); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, "package.json"))) return folder;
    if (folder === path.dirname(folder)) return null;
  }
}
