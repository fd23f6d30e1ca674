import { limitFetch } from "./limitFetch.js";

const listeners = new Set<() => void>();
let before: { readonly fetch: typeof fetch; readonly random: () => number } | null = null;

let unnoticed = 0;

/** Does work of this package's own, whose draws by chance change nothing that a cell sees. */
export async function withoutNotice<T>(work: () => Promise<T>): Promise<T> {
  unnoticed += 1;
  try {
    return await work();
  } finally {
    unnoticed -= 1;
  }
}

/**
 * While notebooks run, `fetch` of the process reads no other host, and whoever draws a number by
 * chance is noticed, in whatever package. Gives a function that ends it for this run.
 */
export function watchGlobals(onChance: () => void): () => void {
  if (before === null) {
    const { fetch } = globalThis;
    const { random } = Math;
    before = { fetch, random };
    globalThis.fetch = limitFetch(fetch, { isOwn: () => false });
    Math.random = () => {
      if (unnoticed === 0) for (const listener of listeners) listener();
      return random();
    };
  }
  const listener = () => onChance();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || before === null) return;
    globalThis.fetch = before.fetch;
    Math.random = before.random;
    before = null;
  };
}
