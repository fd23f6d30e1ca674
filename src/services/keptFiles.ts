import path from "node:path";
import { committedPath, type HeldFolder } from "../disk/commitFiles.js";
import { reasonOf } from "../disk/diskError.js";
import { readFileUpTo, type Bounded } from "../disk/readUpTo.js";
import { ExpectedError, messageOf } from "../errors.js";

/** An entry of datapackage.json. */
export interface Named {
  readonly name: string;
  readonly [key: string]: unknown;
}

/** The most that a file of a folder of data may hold: some forty months of all England. */
const mostBytes = 200_000_000;

/** The text of a file that a folder of data keeps, by its path in it, or null where it is not there. */
export function readKept(dir: string, name: string): string | null {
  const file = committedPath(dir, name);
  let read: Bounded;
  try {
    read = readFileUpTo(file, mostBytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new ExpectedError(`${file}: cannot be read: ${reasonOf(error as NodeJS.ErrnoException)}`);
  }
  if ("problem" in read) throw new ExpectedError(`${file}: ${read.problem}`);
  return read.bytes.toString("utf8");
}

const descriptorName = "datapackage.json";

/** A folder's datapackage.json, an object without entries where there is none. */
function readPackage(dir: string): { readonly resources: readonly Named[] } {
  const file = path.join(dir, descriptorName);
  const text = readKept(dir, descriptorName);
  let descriptor: unknown;
  try {
    descriptor = text === null ? {} : JSON.parse(text);
  } catch (error) {
    throw new ExpectedError(`${file}: expected JSON: ${messageOf(error)}`);
  }
  if (typeof descriptor !== "object" || descriptor === null || Array.isArray(descriptor))
    throw new ExpectedError(`${file}: expected an object`);
  const resources = (descriptor as { readonly resources?: unknown }).resources ?? [];
  if (!Array.isArray(resources)) throw new ExpectedError(`${file}: resources: expected a list`);
  return { ...descriptor, resources: resources as Named[] };
}

/** The entries of a folder's datapackage.json by name. */
export function entriesOf(dir: string): ReadonlyMap<string, Named> {
  return new Map(readPackage(dir).resources.map((one) => [one?.name, one]));
}

/** The text of a folder's datapackage.json with an entry added, or put in place of its namesake. */
function withResource(dir: string, resource: Named): string {
  const descriptor = readPackage(dir);
  const known = descriptor.resources;
  const resources = known.some((one) => one?.name === resource.name)
    ? known.map((one) => (one?.name === resource.name ? resource : one))
    : [...known, resource];
  return `${JSON.stringify({ ...descriptor, resources }, null, 2)}\n`;
}

/**
 * Keeps a file in a folder of data, and its entry in datapackage.json, which states its bytes: both
 * or neither. Gives whether anything was written.
 */
export function keepFile(
  { dir, replace }: HeldFolder,
  name: string,
  csv: string,
  resource: Named,
): boolean {
  const next = withResource(dir, resource);
  if (readKept(dir, name) === csv && readKept(dir, descriptorName) === next) return false;
  replace(
    new Map([
      [name, csv],
      [descriptorName, next],
    ]),
  );
  return true;
}
