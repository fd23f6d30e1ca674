import { toClaim, toEvidence } from "./claim.js";
import { intervalAtLeast } from "./rules.js";
import { pairs, signal } from "./shared.js";

export const reversals = toClaim({
  id: "C5",
  text:
    "In at least a quarter of pairs of a council rated Requires improvement and one rated Good, " +
    "the former scores higher on some statement.",
  by:
    "Ninefold's measure of what ADASS (2023) and the Local Government Association (June 2023, " +
    "September 2024) hold: one word hides what differs",
  kind: "decided",
  quantity: "share of pairs in which the Requires improvement council is higher on some statement",
  unit: "share",
  rule: intervalAtLeast(0.25),
  test(dataset, options) {
    const result = pairs(dataset, options);
    const { estimate, interval, pairs: of, higher } = result.reversal;
    const unknown = result.incomputable.find(({ quantity }) => quantity.startsWith("reversal."));
    return toEvidence(result, {
      estimate,
      interval,
      intervalMethod: "percentile bootstrap over councils",
      beside: { pairs: of, higher, oneQualityPlusChance: signal(dataset, options).reversal },
      reason: unknown?.reason,
    });
  },
});
