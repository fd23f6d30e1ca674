import vm from "node:vm";

/** Where the script below finds what to call: a script sees nothing but globals. */
const slot = "ninefold: the cells to call";
const call = new vm.Script(`globalThis[Symbol.for(${JSON.stringify(slot)})]()`);

/** What is said of work that is not done in time. */
export const notSettled = (timeout: number) =>
  `has not settled after ${timeout / 1000} s: if it needs longer, give --timeout more seconds`;

/** Calls a function; false where it does not return in time and was stopped. */
function returnsWithin(timeout: number, work: () => void): boolean {
  const key = Symbol.for(slot);
  Object.defineProperty(globalThis, key, { value: work, configurable: true });
  try {
    call.runInThisContext({ timeout, displayErrors: false });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
    return false;
  } finally {
    Reflect.deleteProperty(globalThis, key);
  }
}

/**
 * Gives a function that calls functions, each soon, and resolves with what each gives. One that does
 * not return in time is stopped and rejects: a loop without an end would otherwise block the
 * process, timers included. Functions that wait at the same moment share one watch, and their
 * times, since a watch is a thread and costs more than most cells do.
 */
export function callerWithin(timeout: number): <T>(work: () => T | PromiseLike<T>) => Promise<T> {
  let waiting: { readonly run: () => void; readonly fail: (error: Error) => void }[] = [];
  const flush = () => {
    const batch = waiting;
    waiting = [];
    let next = 0;
    while (next < batch.length) {
      const isDone = returnsWithin(timeout * (batch.length - next), () => {
        for (; next < batch.length; next += 1) batch[next].run();
      });
      if (isDone) continue;
      batch[next].fail(new Error(notSettled(timeout)));
      next += 1;
    }
  };
  return (work) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) queueMicrotask(flush);
      // What is thrown at once rejects as what is thrown later does.
      const run = () => resolve((async () => await work())());
      waiting.push({ run, fail: reject });
    });
}
