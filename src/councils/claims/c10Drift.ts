import { toClaim, toEvidence } from "./claim.js";
import { family } from "./family.js";
import { correlation } from "./rules.js";
import { drift as driftOf } from "./shared.js";

export const drift = toClaim({
  id: "C10",
  text: "Scores drifted over the months of publication.",
  by: "Ninefold; CQC chose the order of councils and changed how scores are given on the way",
  kind: "exploratory",
  quantity: "Kendall's tau-b of the sum with the month of publication",
  unit: "number",
  family,
  rule: correlation(0.05, 0.2, family),
  test(dataset, options) {
    const result = driftOf(dataset, options);
    const { tauB, interval, intervalMethod, permutationP, jonckheere, cochranArmitage } = result;
    return toEvidence(result, {
      estimate: tauB,
      interval,
      intervalMethod: `95%, ${intervalMethod}`,
      p: permutationP,
      beside: {
        jonckheereP: jonckheere?.permutation.p ?? null,
        cochranArmitageP: cochranArmitage?.exactP ?? null,
      },
      note:
        tauB === null
          ? null
          : "A weak trend, or none, does not show that the scale held still: councils may have " +
            "changed one way and the scale another. CQC chose the order",
      reason: result.reason,
    });
  },
});
