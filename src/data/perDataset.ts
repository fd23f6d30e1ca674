import type { Dataset } from "./dataset.js";

/**
 * Makes a function of a dataset, or of a part of one, compute once for each. Pages about one
 * council at a time would otherwise count and index the same 153 councils again for each.
 */
export function perDataset<T, D extends object = Dataset>(
  compute: (dataset: D) => T,
): (dataset: D) => T {
  const results = new WeakMap<D, { readonly value: T }>();
  return (dataset) => {
    const known = results.get(dataset) ?? { value: compute(dataset) };
    results.set(dataset, known);
    return known.value;
  };
}
