import type { Dataset } from "../data/dataset.js";
import { assessmentsOf } from "./assessmentsOf.js";
import { select } from "./select.js";
import type { Selection, SetName } from "./select.js";

/**
 * The other councils' assessments that a named council is compared with: nine known scores, and no
 * row of low confidence, as what such a row says of a council is not certain. What is left out is
 * of other councils too.
 */
export function comparators(dataset: Dataset, gssCode: string, set: SetName): Selection {
  const options = { set, withoutLowConfidence: true };
  const every = select(dataset, "scores", options);
  // Which of its own are selected, one at most, does not depend on the others'.
  const its = assessmentsOf(dataset, gssCode);
  const own = select({ ...dataset, assessments: its }, "scores", options);
  const leftOut = every.leftOut.flatMap(({ reason, n }) => {
    const others = n - (own.leftOut.find((one) => one.reason === reason)?.n ?? 0);
    return others === 0 ? [] : [{ reason, n: others }];
  });
  const assessments = every.assessments.filter((a) => a !== own.assessments[0]);
  return { scheme: every.scheme, set, assessments, n: assessments.length, leftOut };
}
