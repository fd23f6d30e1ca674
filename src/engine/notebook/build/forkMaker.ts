import { fork, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";

/**
 * A process may let its heap grow by as much as a machine allows before it looks for what is no
 * longer used. Many times what a report takes, this bound keeps it small.
 */
export const heapMegabytes = 1024;

/**
 * Node before 22 optimises a function after little use, and spends a tenth of a run on functions that
 * are then hardly used: it is to wait nine times as long. Later engines, which do not know this
 * option, have a quick compiler in between.
 */
const engineOptions =
  Number(process.versions.node.split(".")[0]) < 22 ? ["--interrupt-budget=600000"] : [];

/** Started before it was known what they are to do, and not taken yet. */
const early: { readonly file: string; readonly child: ChildProcess }[] = [];

function forkMaker(file: string): ChildProcess {
  return fork(file, {
    serialization: "advanced",
    execArgv: [...process.execArgv, ...engineOptions, `--max-old-space-size=${heapMegabytes}`],
    stdio: ["ignore", "inherit", "pipe", "ipc", "pipe"],
  });
}

/**
 * Starts processes that are going to be asked for, so that they load while this one reads data.
 * Whoever calls it calls {@link endEarly} too, whatever happens between.
 */
export function startEarly(file: string, count: number): void {
  // The sources make reports in one process.
  if (!existsSync(file)) return;
  for (let i = 0; i < count; i++) {
    const child = forkMaker(file);
    // Whoever takes it, or starts another, is told that it could not start.
    child.on("error", () => undefined);
    early.push({ file, child });
  }
}

/** Ends those that nobody took. */
export function endEarly(): void {
  for (const { child } of early.splice(0)) child.kill("SIGKILL");
}

/** A process that makes reports: one that was started early and is still there, or a new one. */
export function takeMaker(file: string): ChildProcess {
  const place = early.findIndex(
    ({ file: other, child }) =>
      other === file && child.connected && child.exitCode === null && child.signalCode === null,
  );
  return place === -1 ? forkMaker(file) : early.splice(place, 1)[0].child;
}
