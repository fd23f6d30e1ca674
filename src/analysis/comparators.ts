import type { Dataset } from "../data/dataset.js";
import { select } from "./select.js";
import type { Selection, SetName } from "./select.js";

/**
 * The other councils' assessments that a named council is compared with: nine known scores, and no
 * row of low confidence, as what such a row says of a council is not certain. What is left out is
 * of other councils too.
 */
export function comparators(dataset: Dataset, gssCode: string, set: SetName): Selection {
  const assessments = dataset.assessments.filter((a) => a.gssCode !== gssCode);
  return select({ ...dataset, assessments }, "scores", { set, withoutLowConfidence: true });
}
