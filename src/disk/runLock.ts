import { lstatSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ExpectedError } from "../errors.js";

/** The folders that runs in this process hold, so that a reused process number is not taken for one. */
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

/**
 * Takes a folder for one run: makes `.ninefold-PID` in it, which both holds what is being written
 * and says that a run is under way. What killed runs left behind is removed. The folder is made
 * before others are looked for, so of two runs that start together at least one sees the other and
 * gives way. Throws an ExpectedError where another run is at work. Returns the path, and `release`,
 * which removes it.
 */
export function takeFolder(
  dir: string,
  alive: (pid: number) => boolean,
): { readonly staging: string; readonly release: () => void } {
  const staging = join(dir, `.ninefold-${process.pid}`);
  const busy = (path: string) =>
    new ExpectedError(`${dir}: another run is writing here: remove ${path} if none is`);
  if (held.has(staging)) throw busy(staging);
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging);
  held.add(staging);
  const release = () => {
    held.delete(staging);
    rmSync(staging, { recursive: true, force: true });
  };
  try {
    for (const name of readdirSync(dir)) {
      const pid = Number(/^\.ninefold-(\d+)$/.exec(name)?.[1] ?? NaN);
      const path = join(dir, name);
      if (Number.isNaN(pid) || pid === process.pid || !lstatSync(path).isDirectory()) continue;
      if (alive(pid)) throw busy(path);
      rmSync(path, { recursive: true, force: true });
    }
  } catch (error) {
    release();
    throw error;
  }
  return { staging, release };
}
