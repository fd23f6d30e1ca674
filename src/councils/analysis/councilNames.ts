import type { Dataset } from "../data/dataset.js";
import { perObject } from "../../perObject.js";

/** The names of the councils in the data, in the order of the alphabet. */
export const councilNames = perObject(({ councils }: Dataset): readonly string[] => {
  const { compare } = new Intl.Collator("en");
  return Object.freeze(councils.map(({ name }) => name).sort(compare));
});
