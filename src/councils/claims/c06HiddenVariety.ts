import { toClaim, toEvidence } from "./claim.js";
import { testAt } from "./rules.js";
import { signal } from "./shared.js";

export const hiddenVariety = toClaim({
  id: "C6",
  text: "Councils' patterns over the themes vary more than one quality plus chance would make them.",
  by:
    "Ninefold's strong form of what ADASS (2023) and the Local Government Association (June " +
    "2023, September 2024) hold: one rating hides what differs",
  kind: "decided",
  quantity: "share of councils' own patterns that lies between themes",
  unit: "share",
  beside: { expected: { quantity: "expected from one quality plus chance", unit: "share" } },
  rule: testAt(0.05),
  test(dataset, options) {
    const result = signal(dataset, options);
    const { dispersion, hamming, reversal } = result;
    return toEvidence(result, {
      estimate: dispersion?.observed,
      p: dispersion?.p,
      beside: { expected: dispersion?.expected ?? null, hamming, reversal },
      reason: result.incomputable.find(({ quantity }) => quantity === "dispersion")?.reason,
    });
  },
});
