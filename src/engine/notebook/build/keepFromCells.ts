import type { FromWorker } from "./makerProcess.js";

/** What ends this process or speaks for it. */
const names = ["exit", "reallyExit", "abort", "kill", "disconnect", "send"] as const;

/**
 * Takes from the cells that this process will run what would end it or speak in its name: a cell
 * that calls it fails, where it did so. Gives what this process itself still needs.
 */
export function keepFromCells(): {
  /** Resolves when the message has left, or where nobody takes it any more. */
  readonly send: (message: FromWorker) => Promise<void>;
  readonly endProcess: () => void;
} {
  const send = process.send!.bind(process);
  const kill = process.kill.bind(process);
  for (const name of names)
    Object.defineProperty(process, name, {
      value: () => {
        throw new Error(`process.${name}: a cell may not end or speak for the process it runs in`);
      },
    });
  return {
    send: (message) => new Promise((resolve) => send(message, undefined, {}, () => resolve())),
    endProcess: () => kill(process.pid, "SIGKILL"),
  };
}
