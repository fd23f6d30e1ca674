import type { Dataset } from "../data/dataset.js";
import { keptOf, type Vintage } from "../data/vintage.js";
import { evaluateClaims } from "./evaluateClaims.js";
import { headlinesOf } from "./headlines.js";

/** What is kept of a dataset, to say later what has changed since. Tests every claim: some seconds. */
export function toVintage(dataset: Dataset): Vintage {
  return {
    schema: "ninefold.vintage/1",
    vintage: dataset.vintage,
    completeTo: dataset.completeTo,
    assessments: dataset.assessments.map(keptOf),
    numbers: headlinesOf(dataset).map(({ set, quantity, unit, value, n }) => ({
      ...{ set, quantity, unit, value, n },
    })),
    claims: evaluateClaims(dataset).map(({ id, text, verdict }) => ({ id, text, verdict })),
  };
}
