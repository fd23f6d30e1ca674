import { unwatchFile, watchFile } from "node:fs";

/** How often files are looked at, in milliseconds. */
const interval = 200;

/**
 * Calls a function when a file changes, comes or goes, or what a folder lists does. It looks at each
 * by its name, so that one that is gone may come back; the system's own watchers end with an error
 * then, and are few.
 */
export function watchFiles(onChange: () => void): {
  /** Watches these in place of what was watched. */
  readonly set: (files: readonly string[]) => void;
  readonly close: () => void;
} {
  let watched: ReadonlySet<string> = new Set();
  const listener = () => onChange();
  const set = (files: readonly string[]) => {
    const next = new Set(files);
    for (const file of watched) if (!next.has(file)) unwatchFile(file, listener);
    for (const file of next) if (!watched.has(file)) watchFile(file, { interval }, listener);
    watched = next;
  };
  return { set, close: () => set([]) };
}
