import { toClaim, toEvidence } from "./claim.js";
import { intervalAbove } from "./rules.js";
import { pairs } from "./shared.js";

export const assessingNeeds = toClaim({
  id: "C1",
  text: "A majority of councils rated Good are below a good score on assessing needs.",
  by:
    "Ninefold, after the British Association of Social Workers, which wrote on the Dash review " +
    "that the first nine councils scored lowest on assessing needs",
  kind: "decided",
  quantity: "share of councils rated Good that score 1 or 2 on assessing needs",
  unit: "share",
  rule: intervalAbove(0.5),
  test(dataset, options) {
    const result = pairs(dataset, options);
    const { k, n, share, clopperPearson } = result.shareGoodBelow3[0];
    return toEvidence(result, {
      estimate: share,
      interval: clopperPearson,
      intervalMethod: "95%, Clopper and Pearson",
      beside: { count: k, goodCouncils: n },
      reason: share === null ? `no council is rated ${result.scheme.good}` : null,
    });
  },
});
