import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The nearest folder at or above one that holds a package.json. Throws where there is none. */
function folderAbove(folder: string): string {
  if (existsSync(path.join(folder, "package.json"))) return folder;
  const above = path.dirname(folder);
  if (above === folder) throw new Error("this package has no package.json");
  return folderAbove(above);
}

/** This package's folder, whichever of its files runs: a source, a compiled one or a bundle. */
export const packageFolder: string = folderAbove(path.dirname(fileURLToPath(import.meta.url)));
