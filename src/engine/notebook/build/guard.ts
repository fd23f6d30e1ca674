import { Worker } from "node:worker_threads";
import { notesPipe } from "./notes.js";

/** How often a process that is free to gives a sign of life, in milliseconds. */
const pulse = 500;

/**
 * The guard's thread. It is text by the time it runs, so it uses nothing from this module. It ends
 * its process when the one that started that has gone, and when there was no sign of life within
 * the bound: it then asks the debugger which script is running. Where that is a cell's, a shorter
 * bound holds, whatever the process is at: a cell may have left it behind.
 */
function watch(shared: Int32Array, pipe: number, pulse: number): void {
  const { writeSync } = process.getBuiltinModule("node:fs");
  const { Session } = process.getBuiltinModule("node:inspector");
  const parent = process.ppid;
  const end = () => process.kill(process.pid, "SIGKILL");
  let [last, silent, next] = [0, 0, Infinity];
  const stop = (script: string | null) => {
    writeSync(pipe, `${JSON.stringify({ kind: "stopped", script, silent })}\n`);
    end();
  };
  const ask = (bound: number) => {
    const session = new Session();
    session.connectToMainThread();
    const urls = new Map<string, string>();
    session.on("Debugger.scriptParsed", ({ params }) => urls.set(params.scriptId, params.url));
    session.on("Debugger.paused", ({ params }) => {
      const scripts = params.callFrames.map(({ location }) => urls.get(location.scriptId) ?? "");
      // The debugger gives a path as an address, in which the "#" is written otherwise.
      const names = scripts.flatMap((url) => /(?:#|%23)(run-\d+-cell-\d+)$/.exec(url)?.[1] ?? []);
      if (names.length > 0 || silent >= bound) return stop(names[0] ?? null);
      session.post("Debugger.resume", () => session.disconnect());
    });
    session.post("Debugger.enable", () => session.post("Debugger.pause"));
    // What waits outside JavaScript cannot be asked.
    if (silent >= bound) setTimeout(stop, 10_000, null);
  };
  setInterval(() => {
    if (process.ppid !== parent) end();
    const [beat, bound, cells] = [0, 1, 2].map((at) => Atomics.load(shared, at));
    silent = beat === last && bound > 0 ? silent + pulse : 0;
    if (silent === 0) next = Math.min(bound, cells);
    last = beat;
    if (silent === 0 || silent < next) return;
    next = silent < bound ? Math.min(bound, silent + cells) : Infinity;
    ask(bound);
  }, pulse);
}

/**
 * Starts a guard over this process: a thread that ends it where it gives no sign of life within a
 * bound, as a loop without an end does, or where the process that started it has gone.
 */
export function startGuard(onPulse: () => void): {
  /** Gives a sign of life and sets the bounds in milliseconds: for anything, and for a cell. */
  readonly expect: (bound: number, cells: number) => void;
} {
  const shared = new Int32Array(new SharedArrayBuffer(12));
  const code = `(${watch.toString()})(require("node:worker_threads").workerData, ${notesPipe}, ${pulse})`;
  const guard = new Worker(code, { eval: true, workerData: shared, execArgv: [], stdin: false });
  guard.unref();
  const beat = () => void Atomics.add(shared, 0, 1);
  setInterval(() => {
    beat();
    onPulse();
  }, pulse).unref();
  return {
    expect: (bound, cells) => {
      beat();
      Atomics.store(shared, 1, bound);
      Atomics.store(shared, 2, cells);
    },
  };
}
