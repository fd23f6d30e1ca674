const mutables = new WeakSet<object>();

/** A value that its cell, and what that cell exports, may set. */
export interface Mutable<T> {
  value: T;
}

/**
 * `Mutable` headless. It is no generator: whoever runs the cells asks for its value once those that
 * may set it have done so.
 */
export function Mutable<T>(value: T): Mutable<T> {
  const mutable = { value };
  mutables.add(mutable);
  return mutable;
}

export function isMutable(value: unknown): value is Mutable<unknown> {
  return typeof value === "object" && value !== null && mutables.has(value);
}
