import type { Dataset } from "../data/dataset.js";
import { perObject } from "../../perObject.js";

/**
 * An analysis that remembers what it found on a dataset. Analyses are pure and datasets frozen, so
 * that what rests on the same analysis can ask for it again without computing it again. Options
 * are plain values, written in one order.
 */
export function remembered<Options, Result>(
  analysis: (dataset: Dataset, options: Options) => Result,
): (dataset: Dataset, options: Options) => Result {
  const resultsOf = perObject<Dataset, Map<string, Result>>(() => new Map());
  return (dataset, options) => {
    const results = resultsOf(dataset);
    const key = JSON.stringify(options);
    const result = results.get(key) ?? analysis(dataset, options);
    results.set(key, result);
    return result;
  };
}
