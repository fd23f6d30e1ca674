import { statSync } from "node:fs";

/** How often files are looked at, in milliseconds. */
const interval = 200;

/** What changes when a file changes, comes or goes, or what a folder lists does. */
function stateOf(file: string): string {
  try {
    const { mtimeMs, size, ino } = statSync(file);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return "not to be seen";
  }
}

/**
 * Calls a function when a file changes, comes or goes, or what a folder lists does. It looks at each
 * by its name, so that one that is gone may come back; the system's own watchers end with an error
 * then, and are few. What a file is like is known once `set` returns, so that no later change is
 * missed.
 */
export function watchFiles(onChange: () => void): {
  /** Watches these in place of what was watched. */
  readonly set: (files: readonly string[]) => void;
  readonly close: () => void;
} {
  let states: ReadonlyMap<string, string> = new Map();
  const timer = setInterval(() => {
    const next = new Map([...states.keys()].map((file) => [file, stateOf(file)]));
    const isChanged = [...next].some(([file, state]) => states.get(file) !== state);
    states = next;
    if (isChanged) onChange();
  }, interval);
  return {
    set: (files) => {
      states = new Map(files.map((file) => [file, states.get(file) ?? stateOf(file)]));
    },
    close: () => clearInterval(timer),
  };
}
