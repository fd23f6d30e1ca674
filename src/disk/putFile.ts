import { randomBytes } from "node:crypto";
import * as fs from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Writes a file whole or not at all, whatever moment the process dies: beside its place first, in a
 * file that no reader takes for data, then by a rename. The folder must be there. Throws what the
 * system says.
 */
export function putFile(file: string, content: string | Uint8Array): void {
  // By chance, as two processes may have the same number in two containers.
  const own = `.ninefold-${randomBytes(4).toString("hex")}-${basename(file)}.part`;
  const waiting = join(dirname(file), own);
  try {
    fs.writeFileSync(waiting, content, { flag: "wx", flush: true });
    fs.renameSync(waiting, file);
  } finally {
    fs.rmSync(waiting, { force: true });
  }
}
