/**
 * Writes the declarations of the sources' types into `dist`. They need the packages for development,
 * which an install for making reports alone leaves out: it goes without them.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

process.chdir(path.join(import.meta.dirname, ".."));
if (existsSync("node_modules/@types/d3")) {
  const tsc = path.join("node_modules", "typescript", "bin", "tsc");
  const { status } = spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], {
    stdio: "inherit",
  });
  process.exit(status ?? 1);
}
console.log(
  "dist: without declarations of types, as the packages for development are not installed",
);
