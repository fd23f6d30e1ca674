import type { Dataset } from "./dataset.js";

function freeze(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  Object.freeze(value);
  Object.values(value).forEach(freeze);
}

/**
 * The dataset that `JSON.stringify` wrote, frozen as `readDataset` gave it. Nothing is validated
 * again: what is written was validated first.
 */
export function reviveDataset(json: string): Dataset {
  const dataset = JSON.parse(json) as Dataset;
  freeze(dataset);
  return dataset;
}
