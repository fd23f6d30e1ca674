import type { Dataset } from "../data/dataset.js";
import { perDataset } from "./perDataset.js";
import { select } from "./select.js";
import type { Selection, SetName } from "./select.js";

/**
 * The assessments that a named council is compared with: nine known scores, and no row of low
 * confidence, as what such a row says of a council is not certain.
 */
const bySet = perDataset((dataset): Readonly<Record<SetName, Selection>> => ({
  complete: select(dataset, "scores", { set: "complete", withoutLowConfidence: true }),
  all: select(dataset, "scores", { set: "all", withoutLowConfidence: true }),
}));

export function comparators(dataset: Dataset, set: SetName): Selection {
  return bySet(dataset)[set];
}
