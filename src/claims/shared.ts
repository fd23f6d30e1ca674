import { drift as drifted } from "../analysis/drift.js";
import { pairs as paired } from "../analysis/pairs.js";
import { signal as signalled } from "../analysis/signal.js";
import { themePartitions as partitioned } from "../analysis/themePartitions.js";
import { variance as varied } from "../analysis/variance.js";
import type { Dataset } from "../data/dataset.js";
import { perObject } from "../perObject.js";

/**
 * An analysis that remembers what it found on a dataset. Analyses are pure and datasets frozen, so
 * that claims which rest on the same analysis can ask for it again without computing it again.
 */
function remembered<Options, Result>(
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

export const drift = remembered(drifted);
export const pairs = remembered(paired);
export const signal = remembered(signalled);
export const themePartitions = remembered(partitioned);
export const variance = remembered(varied);
