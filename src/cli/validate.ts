import { validateDirectory } from "../councils/data/validateDirectory.js";
import { ExpectedError } from "../errors.js";
import type { Io } from "./io.js";

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? "" : "s"}`;

/** `ninefold validate [DIR]`: lists every problem of a directory of data, or says what is fine. */
export function validate(dir: string | undefined, io: Io): void {
  const { problems, files } = validateDirectory(dir);
  if (problems.length > 0) throw new ExpectedError(problems);
  const rows = files.reduce((total, file) => total + (file.rows ?? 0), 0);
  io.stdout(`valid: ${count(files.length, "file")}, ${count(rows, "row")}\n`);
}
