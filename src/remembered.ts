/** More than the reports of one process, or the cells of one page, go back to. */
const most = 24;

/**
 * Makes a long computation keep what it gave for the arguments of its last calls, by their JSON: the
 * notebooks of a process and the cells of a live page ask for the same simulations again. Each call
 * gets a copy, so that what a cell does to its own changes nobody else's. What throws is not kept.
 */
export function remembered<A extends readonly unknown[], T>(
  compute: (...args: A) => T,
): (...args: A) => T {
  const results = new Map<string, T>();
  return (...args) => {
    const key = JSON.stringify(args);
    const value = results.has(key) ? results.get(key)! : compute(...args);
    // Put last, as the one that was asked for last; the first is forgotten first.
    results.delete(key);
    results.set(key, value);
    if (results.size > most) results.delete(results.keys().next().value!);
    return structuredClone(value);
  };
}
