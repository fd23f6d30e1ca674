import path from "node:path";
import type { HeldFolder } from "../disk/commitFiles.js";
import { ExpectedError } from "../errors.js";
import { keepFile, readKept, type Named } from "./keptFiles.js";

/**
 * Keeps a month: `services/MONTH.csv` and its entry. Other months stay as they are; a month that is
 * there with other rows is replaced only where that is asked for.
 */
export function keepMonth(
  folder: HeldFolder,
  month: string,
  csv: string,
  resource: Named,
  { replace = false }: { readonly replace?: boolean } = {},
): boolean {
  const name = `services/${month}.csv`;
  const before = readKept(folder.dir, name);
  if (before !== null && before !== csv && !replace)
    throw new ExpectedError(
      `${path.join(folder.dir, name)}: is there with other rows; --replace puts the new ones in their place`,
    );
  return keepFile(folder, name, csv, resource);
}
