import * as fs from "node:fs";
import { dirname } from "node:path";

const found = (path: string) => fs.statSync(path, { throwIfNoEntry: false });

/**
 * Makes a folder and those above it that are not there, and says whether it is new. Node's own way
 * of making several tries for ever below a folder that takes none, such as `/proc`. Throws what the
 * system says where one cannot be made.
 */
export function makeFolder(dir: string): boolean {
  const there = found(dir);
  if (there?.isDirectory()) return false;
  const above = dirname(dir);
  if (there === undefined && above !== dir && found(above) === undefined) makeFolder(above);
  try {
    fs.mkdirSync(dir);
    return true;
  } catch (error) {
    // Another run may have made it meanwhile.
    if (found(dir)?.isDirectory()) return false;
    throw error;
  }
}
