type Callback = (...args: unknown[]) => unknown;

/**
 * The timers of a cell, under the names that a browser has: what it throws in one fails the cell,
 * and none outlives the run.
 */
export function cellTimers(fail: (error: unknown) => void) {
  const running = new Set<NodeJS.Timeout>();
  const guarded =
    (callback: Callback, once: () => void) =>
    (...args: unknown[]) => {
      once();
      try {
        callback(...args);
      } catch (error) {
        fail(error);
      }
    };
  const clear = (timer: NodeJS.Timeout | undefined) => {
    clearTimeout(timer);
    if (timer) running.delete(timer);
  };
  return {
    globals: {
      setTimeout: (callback: Callback, delay?: number, ...args: unknown[]) => {
        const timer = setTimeout(
          guarded(callback, () => running.delete(timer)),
          delay,
          ...args,
        );
        running.add(timer);
        return timer;
      },
      setInterval: (callback: Callback, delay?: number, ...args: unknown[]) => {
        const timer = setInterval(
          guarded(callback, () => undefined),
          delay,
          ...args,
        );
        running.add(timer);
        return timer;
      },
      clearTimeout: clear,
      clearInterval: clear,
    },
    /** How many are yet to run. */
    count: () => running.size,
    stop: () => running.forEach(clear),
  };
}
