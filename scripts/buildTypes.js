/**
 * Writes the declarations of the sources' types into `dist`. They need the packages for development,
 * which an install for making reports alone leaves out: it goes without them.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

process.chdir(path.join(import.meta.dirname, ".."));
const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
// All of them: one by itself may come with another package.
if (Object.keys(devDependencies).every((name) => existsSync(path.join("node_modules", name)))) {
  const tsc = path.join("node_modules", "typescript", "bin", "tsc");
  const { status } = spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], {
    stdio: "inherit",
  });
  process.exit(status ?? 1);
}
console.log(
  "dist: without declarations of types, as the packages for development are not installed",
);
