import { resolve } from "node:path";
import { validateDirectory } from "../councils/data/validateDirectory.js";
import { repositoryData } from "../datapackage/descriptor.js";
import { ExpectedError } from "../errors.js";
import type { Io } from "./io.js";

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? "" : "s"}`;

/** `ninefold validate [DIR]`: lists every problem of a directory of data, or says what is fine. */
export function validate(dir: string | undefined, io: Io): void {
  // The repository's data by their path are the repository's data.
  const isOwn = dir !== undefined && resolve(dir) === resolve(repositoryData);
  const { problems, files } = validateDirectory(isOwn ? undefined : dir);
  if (problems.length > 0) throw new ExpectedError(problems);
  const rows = files.reduce((total, file) => total + (file.rows ?? 0), 0);
  io.stdout(`valid: ${count(files.length, "file")}, ${count(rows, "row")}\n`);
}
