/** Signals that ask a command to end, with the exit code that a shell gives for each. */
const codes = { SIGINT: 130, SIGTERM: 143 } as const;

/** Resolves when the person at the keyboard ends the command. */
export function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}

/**
 * Notes the first signal that asks the command to end, so that it can finish what it must; a second
 * one ends the process at once. `release` gives the signals back.
 */
export function noteInterruption(): {
  readonly signal: AbortSignal;
  /** The exit code, or null where nobody asked. */
  readonly code: () => 130 | 143 | null;
  readonly release: () => void;
} {
  const stop = new AbortController();
  let code: 130 | 143 | null = null;
  const listen = (name: keyof typeof codes) => () => {
    code = codes[name];
    release();
    stop.abort();
  };
  const listeners = { SIGINT: listen("SIGINT"), SIGTERM: listen("SIGTERM") };
  const names = Object.keys(listeners) as (keyof typeof codes)[];
  const release = () => names.forEach((name) => process.off(name, listeners[name]));
  names.forEach((name) => process.on(name, listeners[name]));
  return { signal: stop.signal, code: () => code, release };
}
