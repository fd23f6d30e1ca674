import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Descriptor } from "../../datapackage/descriptor.js";
import { problemLine, type Problem } from "../../datapackage/problem.js";
import { readJsonObject } from "../../datapackage/readJsonObject.js";
import { messageOf } from "../../errors.js";
import { parseScheme } from "../../ratings/parseScheme.js";
import type { RatedBody } from "../../ratings/ratedBody.js";
import type { Scheme } from "../../ratings/scheme.js";
import { placesOf, readBytes, type Place } from "./place.js";
import { readProfiles } from "./readProfiles.js";

/** A file of a folder `schemes` that was read. */
export interface SchemeFile {
  /** Of the directory that was asked for, rather than the repository's. */
  readonly own: boolean;
  /** Its path in the directory of data. */
  readonly path: string;
  readonly shownPath: string;
  readonly recordedPath: string;
  readonly bytes: Buffer;
  readonly sha256: string;
  /** Null for a scheme, which is no table. */
  readonly rows: number | null;
  /** One line each. */
  readonly problems: readonly string[];
}

/** What the folders `schemes` hold. */
export interface Schemes {
  readonly schemes: readonly Scheme[];
  /** The ids of those whose file is wrong. */
  readonly broken: readonly string[];
  /** By the name of the table, a scheme's id or ID.NAME, where its bodies have tables of their own. */
  readonly profiles: Readonly<Record<string, readonly RatedBody[]>>;
  readonly files: readonly SchemeFile[];
  /** Of all files, and of what could not be read. */
  readonly problems: readonly string[];
}

/** Schemes are few: a folder with more files is something else. */
const mostFiles = 200;

/** The names in a folder `schemes`, or what is wrong with it. None where there is none. */
function namesIn(folder: string): readonly string[] | Problem {
  try {
    const names = readdirSync(folder).filter((name) => /\.(json|csv)$/.test(name));
    if (names.length <= mostFiles) return names.sort();
    const value = String(names.length);
    return { column: "folder", what: `expected at most ${mostFiles} files`, value };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    return { column: "folder", what: "cannot be read", value: messageOf(error) };
  }
}

interface Read extends Omit<SchemeFile, "rows" | "problems"> {
  /** The file's name without its extension. */
  readonly name: string;
  /** The id of the scheme that it is, or is a table of. */
  readonly id: string;
  readonly isScheme: boolean;
}

/** The files of a place's folder `schemes`; what cannot be read is a line of `problems`. */
function readFolder(place: Place, problems: string[]): Read[] {
  const folder = path.join(place.base, "schemes");
  const names = namesIn(folder);
  if ("what" in names) {
    problems.push(problemLine(path.join(place.shown, "schemes"), names));
    return [];
  }
  return names.flatMap((name): Read[] => {
    const shownPath = path.join(place.shown, "schemes", name);
    const bytes = readBytes(path.join(folder, name));
    if (!Buffer.isBuffer(bytes)) {
      if (bytes !== null) problems.push(problemLine(shownPath, bytes));
      return [];
    }
    return [
      {
        name: name.replace(/\.[a-z]+$/, ""),
        id: name.split(".")[0],
        isScheme: name.endsWith(".json"),
        own: place.own,
        path: `schemes/${name}`,
        shownPath,
        recordedPath: `${place.recorded}/schemes/${name}`,
        bytes,
        sha256: createHash("sha256").update(bytes).digest("hex"),
      },
    ];
  });
}

/** The scheme in a file, or what is wrong with it. */
function schemeIn({ bytes, id }: Read): Scheme | readonly Problem[] {
  const content = readJsonObject(bytes);
  if ("what" in content) return [content];
  const parsed = parseScheme(content.json);
  if ("problems" in parsed)
    return parsed.problems.map((problem) => {
      const [column, ...what] = problem.split(": ");
      return { column, what: what.join(": ") };
    });
  if (parsed.scheme.id === id) return parsed.scheme;
  const what = `expected ${id}, as the file is named`;
  return [{ column: "id", what, value: parsed.scheme.id }];
}

/**
 * Reads the schemes of a directory's folder `schemes` and of the repository's: `ID.json`, and beside
 * it `ID.csv` where the scheme's bodies have a table of their own, and `ID.NAME.csv` where they have
 * several. What a directory lacks is the repository's. A scheme that both have must be the same in both, as results name a scheme by its id
 * alone. Nothing is thrown: every problem is listed.
 */
export function readSchemes(
  dir: string | undefined,
  formats: Descriptor["numberFormats"],
): Schemes {
  const unread: string[] = [];
  // The repository's first: what a directory's own are held against.
  const read = [...placesOf(dir)].reverse().flatMap((place) => readFolder(place, unread));
  const schemes = new Map<string, Scheme>();
  const broken = new Set<string>();
  const profiles = new Map<string, readonly RatedBody[]>();
  const files = new Map<string, SchemeFile>();
  const keep = (file: Read, found: readonly Problem[], rows: number | null = null) => {
    const problems = found.map((problem) => problemLine(file.shownPath, problem));
    files.set(file.path, { ...file, rows, problems });
  };
  for (const file of read.filter(({ isScheme }) => isScheme)) {
    const scheme = schemeIn(file);
    const other = schemes.get(file.id);
    if (!("id" in scheme)) {
      broken.add(file.id);
      keep(file, scheme);
    } else if (other && !isDeepStrictEqual(other, scheme)) {
      const what = "differs from the scheme of that id that is known; give it another id and name";
      keep(file, [{ column: "id", what, value: file.id }]);
    } else {
      schemes.set(file.id, scheme);
      keep(file, []);
    }
  }
  for (const file of read.filter(({ isScheme }) => !isScheme)) {
    const scheme = schemes.get(file.id);
    if (scheme) {
      const table = readProfiles(scheme, file.bytes, formats);
      profiles.set(file.name, table.profiles);
      keep(file, table.problems, table.profiles.length);
    } else if (!broken.has(file.id)) {
      const what = `expected a scheme beside it, ${file.id}.json`;
      keep(file, [{ column: "file", what }]);
    } else keep(file, []);
  }
  const inOrder = [...files.values()].sort((a, b) => (a.shownPath < b.shownPath ? -1 : 1));
  return {
    schemes: [...schemes.values()],
    broken: [...broken],
    profiles: Object.fromEntries(profiles),
    files: inOrder,
    problems: [...unread, ...inOrder.flatMap(({ problems }) => problems)],
  };
}
