/** An estimate, or null with the reason why the data give none. */
export type Estimated<T> =
  { readonly value: T; readonly reason: null } | { readonly value: null; readonly reason: string };

export function estimated<T>(value: T): Estimated<T> {
  return { value, reason: null };
}

export function notEstimable(reason: string): Estimated<never> {
  return { value: null, reason };
}
