import { readFileSync, statSync } from "node:fs";
import { basename, relative, resolve } from "node:path";
import { maxBytes } from "../../datapackage/checkBytes.js";
import { repositoryData } from "../../datapackage/descriptor.js";
import type { Problem } from "../../datapackage/problem.js";
import { messageOf } from "../../errors.js";

/** A directory that data are read from. */
export interface Place {
  readonly base: string;
  /** As shown in a problem. */
  readonly shown: string;
  /** As recorded: the directory's name, the same on every machine. */
  readonly recorded: string;
  /** The one that was asked for, rather than the repository's in its place. */
  readonly own: boolean;
}

/** The repository's data as seen from the current directory. */
function shownRepository(): string {
  const seen = relative(process.cwd(), repositoryData);
  return seen.startsWith("..") ? repositoryData : seen || ".";
}

function place(base: string, shown: string, own: boolean): Place {
  return { base, shown, recorded: basename(resolve(base)), own };
}

/** Where data are read from, the first first: a directory and then the repository's, or that alone. */
export function placesOf(dir: string | undefined): readonly Place[] {
  const repository = place(repositoryData, shownRepository(), dir === undefined);
  return dir === undefined ? [repository] : [place(dir, dir, true), repository];
}

/** The bytes of a file, null where there is none, or what is wrong with it. */
export function readBytes(path: string): Buffer | null | Problem {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) return null;
    if (!stats.isFile()) return { column: "file", what: "expected a file" };
    if (stats.size > maxBytes)
      return {
        column: "file",
        what: `expected at most ${maxBytes / 1e6} MB`,
        value: `${(stats.size / 1e6).toFixed(1)} MB`,
      };
    return readFileSync(path);
  } catch (error) {
    return { column: "file", what: "cannot be read", value: messageOf(error) };
  }
}
