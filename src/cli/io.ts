import { writeSync } from "node:fs";
import { reasonOf } from "../disk/diskError.js";

/** Where a command writes. Tests pass their own. */
export interface Io {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Somebody watches standard error, so that progress may be shown there. */
  readonly isWatched?: boolean;
}

/** Writes to a stream of the process. */
function write(stream: NodeJS.WriteStream, text: string): void {
  if (stream.listenerCount("error", onRefused) === 0) stream.on("error", onRefused);
  stream.write(text);
}

/**
 * A reader that has gone (`| head`) is no failure. That the rest cannot be written, as on a full
 * disk, is one, and ends the process at once: what would follow could not be written either.
 */
function onRefused(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") return;
  if (error.syscall === undefined) throw error;
  try {
    writeSync(2, `output: cannot be written: ${reasonOf(error)}\n`);
  } catch {
    // Nor can that be said.
  }
  process.exit(1);
}

/** The process makes each stream when it is first asked for, which takes a while. */
export const processIo: Io = {
  stdout: (text) => write(process.stdout, text),
  stderr: (text) => write(process.stderr, text),
  get isWatched() {
    return process.stderr.isTTY && !process.env.CI;
  },
};
