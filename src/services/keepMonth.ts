import * as fs from "node:fs";
import path from "node:path";
import { committedPath, replaceTogether } from "../disk/commitFiles.js";
import { diskError } from "../disk/diskError.js";
import { ExpectedError, messageOf } from "../errors.js";

/** An entry of datapackage.json. */
interface Named {
  readonly name: string;
  readonly [key: string]: unknown;
}

const read = (dir: string, name: string): string | null => {
  const file = committedPath(dir, name);
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new ExpectedError(`${file}: cannot be read: ${messageOf(error)}`);
  }
};

const descriptorName = "datapackage.json";

/** A folder's datapackage.json with an entry added, or put in place of the one of its name. */
function withResource(dir: string, resource: Named): string {
  const file = path.join(dir, descriptorName);
  const text = read(dir, descriptorName);
  let descriptor: unknown;
  try {
    descriptor = text === null ? {} : JSON.parse(text);
  } catch (error) {
    throw new ExpectedError(`${file}: expected JSON: ${messageOf(error)}`);
  }
  if (typeof descriptor !== "object" || descriptor === null || Array.isArray(descriptor))
    throw new ExpectedError(`${file}: expected an object`);
  const known = (descriptor as { readonly resources?: unknown }).resources ?? [];
  if (!Array.isArray(known)) throw new ExpectedError(`${file}: resources: expected a list`);
  const isThere = (known as Named[]).some((one) => one?.name === resource.name);
  const resources = isThere
    ? (known as Named[]).map((one) => (one?.name === resource.name ? resource : one))
    : [...(known as Named[]), resource];
  return `${JSON.stringify({ ...descriptor, resources }, null, 2)}\n`;
}

/**
 * Keeps a file in a folder of data, and its entry in datapackage.json, which states its bytes: both
 * or neither. Gives whether anything was written.
 */
export function keepFile(dir: string, name: string, csv: string, resource: Named): boolean {
  const next = withResource(dir, resource);
  if (read(dir, name) === csv && read(dir, descriptorName) === next) return false;
  try {
    replaceTogether(
      dir,
      new Map([
        [name, csv],
        [descriptorName, next],
      ]),
    );
  } catch (error) {
    throw diskError(error, dir);
  }
  return true;
}

/**
 * Keeps a month: `services/MONTH.csv` and its entry. Other months stay as they are; a month that is
 * there with other rows is replaced only where that is asked for.
 */
export function keepMonth(
  dir: string,
  month: string,
  csv: string,
  resource: Named,
  { replace = false }: { readonly replace?: boolean } = {},
): boolean {
  const name = `services/${month}.csv`;
  const before = read(dir, name);
  if (before !== null && before !== csv && !replace)
    throw new ExpectedError(
      `${path.join(dir, name)}: is there with other rows; --replace puts the new ones in their place`,
    );
  return keepFile(dir, name, csv, resource);
}
