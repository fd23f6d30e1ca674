import { readFileSync } from "node:fs";
import path from "node:path";
import { packageFolder } from "../packageFolder.js";

/** The version in package.json. */
export function version(): string {
  const text = readFileSync(path.join(packageFolder, "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
