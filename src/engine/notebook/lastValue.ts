/** What `next` and `return` of a generator are, as far as a run uses them. */
export interface Iteration {
  readonly next: () => unknown;
  readonly return: () => unknown;
}

export function isGenerator(value: unknown): value is Iteration {
  if (typeof value !== "object" || value === null) return false;
  const { next, return: end } = value as Partial<Iteration>;
  return typeof next === "function" && typeof end === "function";
}

export interface LastValueOptions {
  /** Resolves when nothing is under way that could make a generator go on by itself. */
  readonly quiet: () => Promise<void>;
  /** The run has ended. */
  readonly isOver: () => boolean;
  /** One turn of the event loop. */
  readonly turn: () => Promise<void>;
}

/** So many values are taken in a row before anything else gets a turn. */
const inARow = 100;

/**
 * The value that a generator comes to: its last one, where it ends; where it waits and nothing else
 * is under way, as for a reader who is not there, the last one so far. One that goes on and on never
 * resolves: whoever waits says so after a while.
 */
export async function lastValue(
  generator: Iteration,
  { quiet, isOver, turn }: LastValueOptions,
): Promise<unknown> {
  let last: { readonly value: unknown } | null = null;
  for (let taken = 1; ; taken += 1) {
    const next = Promise.resolve(generator.next() as IteratorResult<unknown>);
    const first: Promise<IteratorResult<unknown> | null> =
      last === null ? next : Promise.race([next, quiet().then(() => null)]);
    const step = await first.catch((error: unknown) => {
      // What one that went on rejects with, as it was ended, is of no interest any more.
      if (isOver()) return new Promise<never>(() => undefined);
      throw error;
    });
    if (step === null) {
      // What it rejects with when it is ended is of no interest any more.
      next.catch(() => undefined);
      return last!.value;
    }
    if (step.done) break;
    last = { value: await step.value };
    if (taken % inARow === 0) await turn();
    if (isOver()) await new Promise(() => undefined);
  }
  if (last === null) throw new Error("the generator ended without yielding a value");
  return last.value;
}
