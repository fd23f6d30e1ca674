import { readFileSync, statSync } from "node:fs";
import { diskError } from "../disk/diskError.js";
import { putFile } from "../disk/putFile.js";
import { ExpectedError } from "../errors.js";

/**
 * Writes one file that a person named, whole or not at all. A file that is there with other bytes
 * stays as it is, unless `force`. Throws an ExpectedError, one line.
 */
export function writeNamedFile(
  file: string,
  content: string | Uint8Array,
  { force = false }: { readonly force?: boolean },
): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found && !found.isFile()) throw new ExpectedError(`${file}: expected a file`, 2);
  if (found && readFileSync(file).equals(Buffer.from(content))) return;
  if (found && !force)
    throw new ExpectedError(
      `${file}: is there already and differs: give --force to replace it, or another name`,
    );
  try {
    putFile(file, content);
  } catch (error) {
    throw diskError(error, file);
  }
}
