import { Worker } from "node:worker_threads";
import { notesPipe } from "./notes.js";

/** How often a process that is free to gives a sign of life, in milliseconds. */
const pulse = 500;

/**
 * The guard's thread. It is text by the time it runs, so it uses nothing from this module. It ends
 * its process when the one that started that has gone, and when there was no sign of life within
 * the bound: it then asks the debugger which script is running.
 */
function watch(shared: Int32Array, pipe: number, pulse: number): void {
  const { writeSync } = process.getBuiltinModule("node:fs");
  const { Session } = process.getBuiltinModule("node:inspector");
  const parent = process.ppid;
  const end = () => process.kill(process.pid, "SIGKILL");
  const stop = (script: string | null) => {
    writeSync(pipe, `${JSON.stringify({ kind: "stopped", script })}\n`);
    end();
  };
  const ask = () => {
    const session = new Session();
    session.connectToMainThread();
    const urls = new Map<string, string>();
    session.on("Debugger.scriptParsed", ({ params }) => urls.set(params.scriptId, params.url));
    session.on("Debugger.paused", ({ params }) => {
      const scripts = params.callFrames.map(({ location }) => urls.get(location.scriptId) ?? "");
      // The debugger gives a path as an address, in which the "#" is written otherwise.
      const names = scripts.flatMap((url) => /(?:#|%23)(run-\d+-cell-\d+)$/.exec(url)?.[1] ?? []);
      stop(names[0] ?? null);
    });
    session.post("Debugger.enable", () => session.post("Debugger.pause"));
    // What waits outside JavaScript cannot be asked.
    setTimeout(stop, 10_000, null);
  };
  let [last, silent, asked] = [0, 0, false];
  setInterval(() => {
    if (process.ppid !== parent) end();
    const [beat, bound] = [Atomics.load(shared, 0), Atomics.load(shared, 1)];
    silent = beat === last && bound > 0 ? silent + pulse : 0;
    last = beat;
    if (bound === 0 || silent < bound || asked) return;
    asked = true;
    ask();
  }, pulse);
}

/**
 * Starts a guard over this process: a thread that ends it where it gives no sign of life within a
 * bound, as a loop without an end does, or where the process that started it has gone.
 */
export function startGuard(onPulse: () => void): {
  /** Gives a sign of life and sets the bound in milliseconds; 0 where there is none. */
  readonly expect: (bound: number) => void;
} {
  const shared = new Int32Array(new SharedArrayBuffer(8));
  const code = `(${watch.toString()})(require("node:worker_threads").workerData, ${notesPipe}, ${pulse})`;
  const guard = new Worker(code, { eval: true, workerData: shared, execArgv: [], stdin: false });
  guard.unref();
  const beat = () => void Atomics.add(shared, 0, 1);
  setInterval(() => {
    beat();
    onPulse();
  }, pulse).unref();
  return {
    expect: (bound) => {
      beat();
      Atomics.store(shared, 1, bound);
    },
  };
}
