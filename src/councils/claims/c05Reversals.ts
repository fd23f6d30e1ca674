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
    "September 2024) hold: one rating hides what differs",
  kind: "decided",
  quantity: "share of pairs in which the Requires improvement council is higher somewhere",
  unit: "share",
  beside: {
    observedAmongPlain: { quantity: "among councils with only 2s and 3s", unit: "share" },
    expectedAmongPlain: {
      quantity: "expected among those from one quality plus chance",
      unit: "share",
    },
  },
  rule: intervalAtLeast(0.25),
  test(dataset, options) {
    const result = pairs(dataset, options);
    const plain = signal(dataset, options).reversal;
    const { estimate, interval, pairs: of, higher } = result.reversal;
    const unknown = result.incomputable.find(({ quantity }) => quantity.startsWith("reversal."));
    return toEvidence(result, {
      estimate,
      interval,
      intervalMethod: "95%, percentile bootstrap over councils",
      beside: {
        pairs: of,
        higher,
        plainCouncils: plain?.n ?? null,
        observedAmongPlain: plain?.observed ?? null,
        expectedAmongPlain: plain?.expected ?? null,
        pAmongPlain: plain?.p ?? null,
      },
      reason: unknown?.reason,
    });
  },
});
