/** Observable's `Promises`: a value after a while. A report does not wait for it. */
export function library() {
  return {
    delay: (duration: number, value?: unknown) =>
      new Promise((resolve) => void setTimeout(() => resolve(value), duration)),
    tick: (duration: number, value?: unknown) =>
      new Promise((resolve) => void setTimeout(() => resolve(value), duration)),
  };
}
