import { join } from "node:path";
import { ExpectedError } from "../../errors.js";
import { readDescriptor, repositoryData } from "../../datapackage/descriptor.js";
import { integrityProblems } from "../../datapackage/integrity.js";
import { withOwnFields } from "./ownFields.js";
import { placesOf } from "./place.js";
import { readCoverage, statedSchemeProblems } from "./readCoverage.js";
import { problemsOf, readFiles } from "./readFiles.js";
import { readSchemes } from "./readSchemes.js";

/** What was checked, and every problem as one line, by file and line. */
export interface Validation {
  readonly problems: readonly string[];
  /** The directory's files and their rows; null for a file that is not a table. */
  readonly files: readonly { readonly path: string; readonly rows: number | null }[];
}

/**
 * Checks every file of a directory that the descriptor names, and its schemes; without `dir`, the repository's.
 * A table that the directory lacks and another refers to is the repository's. Throws an
 * ExpectedError where the directory or its assessments.csv is not there.
 */
export function validateDirectory(dir?: string): Validation {
  const problems: string[] = [];
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  };
  const repository = readDescriptor();
  const declared = attempt(() => withOwnFields(repository, dir));
  const descriptor = declared ?? repository;
  const schemes = readSchemes(dir, descriptor.numberFormats);
  const tables = readFiles(descriptor, dir, "referenced", schemes).filter((file) => file.own);
  // Without its own columns every row of a table would be wrong.
  if (declared) problems.push(...problemsOf(tables), ...schemes.problems);
  if (dir === undefined) {
    const [{ shown }] = placesOf(undefined);
    problems.push(...integrityProblems(descriptor, repositoryData, (path) => join(shown, path)));
  }
  attempt(() => {
    const coverage = readCoverage(descriptor, dir);
    problems.push(...statedSchemeProblems(coverage, dir, schemes));
  });
  return {
    problems,
    files: [
      ...tables.map(({ shownPath, table }) => ({
        path: shownPath,
        rows: table && table.rows.length,
      })),
      ...schemes.files
        .filter(({ own }) => own)
        .map(({ shownPath, rows }) => ({ path: shownPath, rows })),
    ],
  };
}
