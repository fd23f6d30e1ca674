import { heapingHeldOut, threeCells } from "../analysis/heapingHeldOut.js";
import { currentCouncils } from "../data/successions.js";
import { heapingRule } from "../analysis/heapingRule.js";
import { select } from "../analysis/select.js";
import type { Dataset } from "../data/dataset.js";
import { frandsen } from "../../statistics/frandsen.js";
import { toClaim, toEvidence } from "./claim.js";
import { frozen } from "./rules.js";
import { withoutLowConfidence } from "./sensitivities.js";

/** The set in which the heap was found: shown beside the claim, deciding nothing. */
function exploratory(dataset: Dataset) {
  const { n, assessments } = select(dataset, "sum", { set: "complete" });
  const cells = threeCells(assessments.map(({ sum }) => sum!));
  const { n22, n23, n24 } = cells;
  const p = n22 + n23 + n24 === 0 ? null : frandsen(n22, n23, n24, heapingRule.k);
  return { set: "complete", n, ...cells, k: heapingRule.k, p };
}

export const heaping = toClaim({
  id: "C3",
  text: "Sums heap at 23, the lowest that is rated Good.",
  by: "Ninefold, from the reports published to 3 October 2025; the rule was fixed on 22 November 2026",
  kind: "decided",
  set: "all",
  quantity: "share at 23 of the councils with 22, 23 or 24, outside the complete set",
  unit: "share",
  beside: {
    exploratoryP: {
      quantity: "p on the complete set, in which the heap was found (exploratory)",
      unit: "p",
    },
  },
  need: "sum",
  sensitivities: [withoutLowConfidence],
  rule: frozen(
    "by the rule of data/preregistration/c3.json: left open until 95% of the sums outside the " +
      "complete set are known; then Frandsen's test at k = .07",
  ),
  test(dataset) {
    const { n, of, n22, n23, n24, decision, ...heldOut } = heapingHeldOut(dataset);
    const inSample = exploratory(dataset);
    const leftOut = [
      {
        reason: "in the complete set, where the heap was found",
        n: currentCouncils(dataset).length - of,
      },
      { reason: "the sum is not known", n: of - n },
    ];
    return toEvidence(
      { set: "all", n, leftOut: leftOut.filter((left) => left.n > 0) },
      {
        estimate: decision && n23 / (n22 + n23 + n24),
        interval: decision && [0, decision.upperLimit],
        intervalMethod: "95%, one-sided, Clopper and Pearson",
        p: decision?.p,
        beside: { n22, n23, n24, ...heldOut, exploratory: inSample, exploratoryP: inSample.p },
        reason: decision
          ? null
          : `until the sums of 95% of the ${of} councils outside the complete set are known, nothing is tested on them`,
      },
    );
  },
});
