import { dimension } from "../analysis/dimension.js";
import { select } from "../analysis/select.js";
import { bootstrap } from "../../statistics/bootstrap.js";
import { cronbachAlpha } from "../../statistics/internalConsistency.js";
import { toClaim, toEvidence } from "./claim.js";
import { oneFactorAndReliability } from "./rules.js";

/** The least alpha with which one number is defensible. */
export const minAlpha = 0.7;

export const oneNumber = toClaim({
  id: "C7",
  text: "One number for nine scores is defensible.",
  by:
    "Ninefold's form of the case for a single rating: CQC says that the percentage shows where " +
    "in a band a council lies, and DHSC (September 2024) that no change was under consideration",
  kind: "descriptive",
  quantity: "Cronbach's alpha of the sum of nine scores",
  unit: "number",
  beside: { factors: { quantity: "factors by parallel analysis", unit: "count" } },
  rule: oneFactorAndReliability(minAlpha),
  test(dataset, options) {
    const { assessments, ...selection } = select(dataset, "scores", options);
    const rows = assessments.map((a) => Float64Array.from(a.scores, Number));
    const alpha = cronbachAlpha(rows);
    const { parallel, incomputable } = dimension(dataset, options);
    return toEvidence(selection, {
      estimate: alpha,
      interval:
        alpha === null
          ? null
          : bootstrap(rows, (sample) => [cronbachAlpha(sample)], options).intervals[0],
      intervalMethod: "95%, percentile bootstrap",
      beside: { factors: parallel?.factors ?? null, eigenvalues: parallel?.eigenvalues ?? null },
      note:
        alpha === null
          ? null
          : "One panel gives all scores, which raises alpha; four close themes would show one factor too",
      reason:
        alpha === null
          ? "fewer than two councils, or every council has the same sum"
          : incomputable[0]?.reason,
    });
  },
});
