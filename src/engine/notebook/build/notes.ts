import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/**
 * What a process that makes reports notes of its work, for the one that started it. Unlike a
 * message, a note has left the process when the next step begins, whatever that step does to it.
 */
export type Note =
  /** A job began, or its next part: within so many milliseconds there is a sign of life. */
  | { readonly kind: "begun"; readonly index: number; readonly bound: number }
  | { readonly kind: "alive" }
  | { readonly kind: "entered"; readonly script: string; readonly where: string }
  | { readonly kind: "returned"; readonly script: string }
  | { readonly kind: "left"; readonly script: string }
  /** The process ended itself, as this script, if it can be told, gave no sign of life so long. */
  | { readonly kind: "stopped"; readonly script: string | null; readonly silent: number };

/** The pipe that a process writes its notes to: the one after its messages. */
export const notesPipe = 4;

export function writeNote(note: Note): void {
  try {
    writeSync(notesPipe, `${JSON.stringify(note)}\n`);
  } catch (error) {
    // Who reads them has gone, and this process will be ended for that.
    if ((error as NodeJS.ErrnoException).code !== "EPIPE") throw error;
  }
}

/** Calls a function with each note that a process writes. */
export function readNotes(pipe: Readable, onNote: (note: Note) => void): void {
  pipe.on("error", () => undefined);
  createInterface({ input: pipe }).on("line", (line) => onNote(JSON.parse(line) as Note));
}
