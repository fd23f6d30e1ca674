import { ExpectedError } from "../../errors.js";
import { readDescriptor } from "../../datapackage/descriptor.js";
import { readCoverage } from "./readCoverage.js";
import { problemsOf, readFiles } from "./readFiles.js";

/** What was checked, and every problem as one line, by file and line. */
export interface Validation {
  readonly problems: readonly string[];
  /** The directory's files and their rows; null for a file that is not a table. */
  readonly files: readonly { readonly path: string; readonly rows: number | null }[];
}

/**
 * Checks every file of a directory that the descriptor names; without `dir`, the repository's.
 * A table that the directory lacks and another refers to is the repository's. Throws an
 * ExpectedError where the directory or its assessments.csv is not there.
 */
export function validateDirectory(dir?: string): Validation {
  const descriptor = readDescriptor();
  const files = readFiles(descriptor, dir, "referenced").filter((file) => file.own);
  const problems = problemsOf(files);
  try {
    readCoverage(descriptor, dir);
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    problems.push(...error.problems);
  }
  return {
    problems,
    files: files.map(({ shownPath, table }) => ({
      path: shownPath,
      rows: table && table.rows.length,
    })),
  };
}
