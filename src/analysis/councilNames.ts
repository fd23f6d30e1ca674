import type { Dataset } from "../data/dataset.js";
import { perDataset } from "../data/perDataset.js";

/** The names of the councils in the data, in the order of the alphabet. */
export const councilNames = perDataset(({ councils }: Dataset): readonly string[] => {
  const { compare } = new Intl.Collator("en");
  return Object.freeze(councils.map(({ name }) => name).sort(compare));
});
