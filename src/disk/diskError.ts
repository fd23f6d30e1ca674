import { ExpectedError } from "../errors.js";

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EROFS: "the disk is read-only",
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOTDIR: "a part of the path is not a folder",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "its links lead in a circle",
  ENOENT: "it is not there",
  EISDIR: "it is a folder",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
  EIO: "the disk reports an error",
};

/** Why the system refused, in words. */
export function reasonOf({ code = "" }: NodeJS.ErrnoException): string {
  return Object.hasOwn(reasons, code) ? reasons[code] : code;
}

const written = new Set([
  ...["copyfile", "fsync", "mkdir", "mkdtemp", "rename", "rm", "rmdir", "symlink", "unlink"],
  ...["utime", "write"],
]);

/**
 * What the system refused, as one line with the place and the reason; null for anything else. The
 * last resort of a command, where nothing that knows more of the place has said it.
 */
export function systemError(error: unknown): ExpectedError | null {
  if (!(error instanceof Error)) return null;
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined || code.startsWith("ERR_")) return null;
  if (syscall === "uv_cwd")
    return new ExpectedError("the current folder is no longer there: change into another", 2);
  const what = written.has(syscall) ? "written" : "read";
  const shown = path === undefined ? syscall : path.slice(0, 200);
  return new ExpectedError(`${shown}: cannot be ${what}: ${reasonOf(error)}`);
}

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
  return new ExpectedError(
    `${where}: cannot be written: ${reasonOf(error as NodeJS.ErrnoException)}`,
  );
}
