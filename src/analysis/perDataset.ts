import type { Dataset } from "../data/dataset.js";

/**
 * Makes a function of a dataset compute once for each dataset. Pages about one council at a time
 * would otherwise count and index the same 153 councils again for each.
 */
export function perDataset<T>(compute: (dataset: Dataset) => T): (dataset: Dataset) => T {
  const results = new WeakMap<Dataset, { readonly value: T }>();
  return (dataset) => {
    const known = results.get(dataset) ?? { value: compute(dataset) };
    results.set(dataset, known);
    return known.value;
  };
}
