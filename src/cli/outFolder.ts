import { realpathSync } from "node:fs";
import path from "node:path";
import { repositoryData } from "../datapackage/descriptor.js";
import { ExpectedError } from "../errors.js";

/** What a run reads, which it must not write among. */
export interface ReadFrom {
  /** The folder of data that was asked for; the package's where it is left out. */
  readonly data: string | undefined;
  readonly notebooks: readonly string[];
}

/** Where a path leads when links are followed, as far as it is there. */
function realPath(place: string): string {
  const whole = path.resolve(place);
  try {
    return realpathSync.native(whole);
  } catch {
    // What is not there, or cannot be looked at, stands where its name says.
    const parent = path.dirname(whole);
    return parent === whole ? whole : path.join(realPath(parent), path.basename(whole));
  }
}

/** The way down from a folder to a place in it, empty for itself; null for what lies elsewhere. */
function wayDown(folder: string, place: string): readonly string[] | null {
  const way = path.relative(folder, place);
  if (way === "") return [];
  const parts = way.split(path.sep);
  return path.isAbsolute(way) || parts[0] === ".." ? null : parts;
}

/**
 * Refuses a folder to write into that holds the data that are read, lies in them, or is a
 * notebook's own: what is made has names that files there may have too. A package that a project
 * has installed is no hindrance to writing into the project's folder, as nothing that is made lies
 * in `node_modules`.
 */
export function checkOutFolder(out: string, { data, notebooks }: ReadFrom): void {
  const refuse = (why: string): never => {
    throw new ExpectedError(`--out: ${out} ${why}: choose another folder`, 2);
  };
  const folder = realPath(out);
  for (const place of data === undefined ? [repositoryData] : [data, repositoryData]) {
    const real = realPath(place);
    const down = wayDown(folder, real);
    const shown = place === data ? data : real;
    if (down !== null && !down.includes("node_modules")) refuse(`holds the data in ${shown}`);
    if (wayDown(real, folder) !== null) refuse(`lies in the data in ${shown}`);
  }
  // Both where a linked notebook stands and where it leads.
  const foldersOf = (file: string) => [realPath(path.dirname(file)), path.dirname(realPath(file))];
  const beside = notebooks.find((file) => foldersOf(file).includes(folder));
  if (beside !== undefined) refuse(`is the folder of the notebook ${beside}`);
}
