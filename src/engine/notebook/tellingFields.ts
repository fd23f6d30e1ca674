/** A field that a record was asked for and has not. */
export interface MissedField {
  /** What such records are called, in the plural. */
  readonly what: string;
  readonly field: string;
  readonly known: readonly string[];
  /** Where it was asked for: a stack whose first frame asked. */
  readonly stack: string;
}

const listeners = new Set<(missed: MissedField) => void>();
/** What JavaScript itself asks any object for. */
const always: ReadonlySet<string> = new Set(["then", "toJSON"]);
/** Deep enough for a chart that reads a field by its name. */
const frames = 30;

function stackFrom(below: (...given: never[]) => unknown): string {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = frames;
  const held: { stack?: string } = {};
  Error.captureStackTrace(held, below);
  Error.stackTraceLimit = stackTraceLimit;
  return held.stack ?? "";
}

const prototypes = new Map<string, object>();

/** What a record inherits from: it is asked only for what the record itself has not. */
function prototypeOf(what: string, known: readonly string[]): object {
  // It is made of every record that is read.
  const key = `${what}\n${known.join("\n")}`;
  const made = prototypes.get(key);
  if (made) return made;
  const get = (target: object, field: string | symbol): unknown => {
    if (typeof field === "symbol" || field in target) return Reflect.get(target, field);
    if (listeners.size > 0 && !always.has(field)) {
      const missed = { what, field, known, stack: stackFrom(get) };
      for (const listener of listeners) listener(missed);
    }
    return undefined;
  };
  const prototype = new Proxy({}, { get });
  prototypes.set(key, prototype);
  return prototype;
}

/**
 * A frozen copy of a record that tells, while somebody listens, of fields that it is asked for and
 * has not. A field that it has costs nothing more, and copies of it tell nothing.
 */
export function telling<T extends object>(what: string, record: T): T {
  const copy = Object.create(prototypeOf(what, Object.keys(record))) as T;
  return Object.freeze(Object.assign(copy, record));
}

/** Calls a function with each field that records are asked for and have not, until it is ended. */
export function listenForFields(listener: (missed: MissedField) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
