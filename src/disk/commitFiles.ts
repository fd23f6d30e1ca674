import * as fs from "node:fs";
import { dirname, join, relative } from "node:path";
import { ExpectedError } from "../errors.js";
import { diskError } from "./diskError.js";
import { makeFolder } from "./makeFolder.js";
import { isAlive, takeFolder } from "./runLock.js";

/**
 * Several files of a folder that change together or not at all, whatever moment the process dies.
 *
 * All new files are first written into a folder of the run's own. One rename, which the disk does
 * whole or not at all, then makes that folder `.ninefold-commit`: before it the files are the old
 * ones, after it the new. Each file that still waits there stands in place of the one beside it
 * (`committedPath`), so that whoever reads the folder by it never sees a mixture. Then the files
 * are moved into place one by one. A run that was cut short is finished by the next
 * (`finishCommit`); what was written before the rename is removed by the next that takes the folder.
 * A name may lie in a folder below: `services/2026-09.csv`.
 */
const waitingFolder = ".ninefold-commit";

/** Called before each change to the disk, with what is to be done. */
export type Step = (what: string) => void;

/** Makes the names in a folder last through a loss of power, where the system can. */
function flushFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = fs.openSync(folder, "r");
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

/** Where a file of a folder is to be read, given that a commit may have been cut short. */
export function committedPath(dir: string, name: string): string {
  const waiting = join(dir, waitingFolder, name);
  return fs.existsSync(waiting) ? waiting : join(dir, name);
}

/** The files of a folder and of those below it, by their paths from it. */
function namesIn(folder: string): readonly string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .flatMap((one) => (one.isFile() ? [relative(folder, join(one.parentPath, one.name))] : []))
    .sort();
}

/** Moves into place what a commit that was cut short left waiting. */
export function finishCommit(dir: string, step: Step = () => {}): void {
  const folder = join(dir, waitingFolder);
  const found = fs.lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isDirectory()) throw new ExpectedError(`${folder}: expected a folder`);
  for (const name of namesIn(folder)) {
    step(`put ${name} in place`);
    makeFolder(dirname(join(dir, name)));
    fs.renameSync(join(folder, name), join(dir, name));
  }
  step("remove the empty folder");
  // No file is left in it, nor in a folder below.
  fs.rmSync(folder, { recursive: true });
  flushFolder(dir);
}

/**
 * Replaces files of a folder, all or none. `staging` is a folder of the run's own in `dir`. A
 * commit that was cut short must have been finished.
 */
export function commitFiles(
  dir: string,
  staging: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  step: Step = () => {},
): void {
  const ready = join(staging, "commit");
  step("make a folder for the new files");
  fs.mkdirSync(ready);
  for (const [name, content] of files) {
    step(`write ${name}`);
    makeFolder(dirname(join(ready, name)));
    fs.writeFileSync(join(ready, name), content, { flush: true });
  }
  flushFolder(ready);
  step("commit");
  fs.renameSync(ready, join(dir, waitingFolder));
  flushFolder(dir);
  finishCommit(dir, step);
}

/** A folder of data that this run alone may write to for now. */
export interface HeldFolder {
  readonly dir: string;
  /** Replaces files of it, all or none. Throws what the system says. */
  readonly replace: (files: ReadonlyMap<string, string | Uint8Array>) => void;
}

/**
 * Holds a folder, made where it is not there, while `work` reads files of it and replaces them, so
 * that what another run adds to a file meanwhile is not lost. Throws an ExpectedError where another
 * run is at work there, or the disk refuses.
 */
export function holdFolder<T>(dir: string, work: (folder: HeldFolder) => T): T {
  try {
    makeFolder(dir);
    const { staging, release } = takeFolder(dir, isAlive);
    try {
      finishCommit(dir);
      return work({ dir, replace: (files) => commitFiles(dir, staging, files) });
    } finally {
      release();
    }
  } catch (error) {
    throw diskError(error, dir);
  }
}
