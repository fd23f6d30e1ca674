/**
 * Makes a function of an object that never changes, such as a dataset, compute once for each. What
 * is asked for one council, report or claim at a time would otherwise count the same rows again.
 */
export function perObject<D extends object, T>(compute: (of: D) => T): (of: D) => T {
  const results = new WeakMap<D, { readonly value: T }>();
  return (of) => {
    const known = results.get(of) ?? { value: compute(of) };
    results.set(of, known);
    return known.value;
  };
}
