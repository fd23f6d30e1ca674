import { createHash } from "node:crypto";
import { lstatSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { basename, join } from "node:path";
import { ExpectedError } from "../errors.js";

/** The names of the folders that runs in this process hold. */
const held = new Set<string>();

/** Whether a process is running; one of another user counts as running. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** What numbers of processes are counted in: a machine, and on Linux a container of it. */
function placeName(): string {
  let container = "";
  try {
    container = readlinkSync("/proc/self/ns/pid");
  } catch {
    // Not Linux, or it may not be read: the machine's name must do.
  }
  return createHash("sha256").update(`${hostname()} ${container}`).digest("hex").slice(0, 8);
}

/** The number of a process, where it counts, and a part by chance. */
const lockName = /^\.ninefold-(\d+)(?:-([0-9a-f]{8})-\w{6})?$/;

/**
 * Takes a folder for one run: makes a folder in it, which both holds what is being written and says
 * that a run is under way. What killed runs left behind is removed. The folder is made before others
 * are looked for, so of two runs that start together at least one sees the other and gives way. A run
 * in another container or on another machine cannot be asked whether it is alive, and counts as
 * alive. Throws an ExpectedError where another run is at work. Returns the path, and `release`, which
 * removes it.
 */
export function takeFolder(
  dir: string,
  alive: (pid: number) => boolean,
): { readonly staging: string; readonly release: () => void } {
  const place = placeName();
  const staging = mkdtempSync(join(dir, `.ninefold-${process.pid}-${place}-`));
  const own = basename(staging);
  held.add(own);
  const release = () => {
    held.delete(own);
    rmSync(staging, { recursive: true, force: true });
  };
  try {
    for (const name of readdirSync(dir)) {
      const [, pid, where = place] = lockName.exec(name) ?? [];
      const path = join(dir, name);
      if (pid === undefined || name === own || !lstatSync(path).isDirectory()) continue;
      // This process's own number is of a run before it, unless that is held.
      const isBusy =
        held.has(name) || where !== place || (Number(pid) !== process.pid && alive(Number(pid)));
      if (isBusy)
        throw new ExpectedError(`${dir}: another run is writing here: remove ${path} if none is`);
      rmSync(path, { recursive: true, force: true });
    }
  } catch (error) {
    release();
    throw error;
  }
  return { staging, release };
}
