import { ExpectedError } from "../errors.js";

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EROFS: "the disk is read-only",
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOTDIR: "a part of the path is not a folder",
  ENAMETOOLONG: "the name is too long",
};

/**
 * What to throw where writing into a folder failed: the disk's refusal as one line; anything else
 * as it is, as what is wrong with a call rather than with the disk is a defect and keeps its stack.
 */
export function diskError(error: unknown, dir: string): Error {
  if (error instanceof ExpectedError) return error;
  const { code, path = dir } = error as NodeJS.ErrnoException;
  // What is wrong with a call has a code of Node's own.
  if (code === undefined || code.startsWith("ERR_")) return error as Error;
  if (code === "EEXIST" && path === dir) return new ExpectedError(`${dir}: expected a folder`);
  const where = path.includes(".ninefold-") ? dir : path;
  return new ExpectedError(`${where}: cannot be written: ${reasons[code] ?? code}`);
}
