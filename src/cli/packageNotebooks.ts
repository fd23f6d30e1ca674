import { readdirSync } from "node:fs";
import path from "node:path";
import { packageFolder } from "../packageFolder.js";

const folder = path.join(packageFolder, "notebooks");

/** The notebooks that come with the package: paths from the current directory, by name. */
export function packageNotebooks(): ReadonlyMap<string, string> {
  const files = readdirSync(folder).filter((file) => file.endsWith(".html"));
  return new Map(
    files
      .sort()
      .map((file) => [
        path.basename(file, ".html"),
        path.relative(process.cwd(), path.join(folder, file)),
      ]),
  );
}
