import vm from "node:vm";

/** Where the script below finds what to call: a script sees nothing but globals. */
const slot = "ninefold: the cell to call";
const call = new vm.Script(`globalThis[Symbol.for(${JSON.stringify(slot)})]()`);

/**
 * Calls a function and gives what it gives, but stops it where it does not return in time: a loop
 * without an end would otherwise block the process, timers included.
 */
export function callWithin<T>(timeout: number, work: () => T): T {
  const key = Symbol.for(slot);
  Object.defineProperty(globalThis, key, { value: work, configurable: true });
  try {
    return call.runInThisContext({ timeout, displayErrors: false }) as T;
  } catch (error) {
    // A cell may throw anything, null too.
    const code = (error as NodeJS.ErrnoException | null | undefined)?.code;
    if (code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
    throw new Error(`has not settled after ${timeout / 1000} s`, { cause: error });
  } finally {
    Reflect.deleteProperty(globalThis, key);
  }
}
