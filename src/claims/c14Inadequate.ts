import { words } from "../analysis/words.js";
import { toClaim, toEvidence } from "./claim.js";
import { intervalBelow } from "./rules.js";

export const inadequate = toClaim({
  id: "C14",
  text: "Fewer than 5% of councils are rated Inadequate.",
  by: "Ninefold",
  kind: "decided",
  set: "all",
  quantity: "share of all councils in England rated Inadequate",
  unit: "share",
  beside: {
    inadequate: { quantity: "rated Inadequate as far as is known", unit: "count" },
    inadequateWithoutLowConfidence: { quantity: "of those without low confidence", unit: "count" },
  },
  need: "rating",
  rule: intervalBelow(0.05, "range of what is possible"),
  test(dataset, { set }) {
    const result = words(dataset, { set });
    const { counts, countsWithoutLow, unknown, bounds } = result;
    const { low, high } = bounds.Inadequate;
    return toEvidence(result, {
      estimate: unknown === 0 ? low : null,
      interval: [low, high],
      intervalMethod: "certain bounds, whatever the unknown words are",
      beside: {
        inadequate: counts.Inadequate,
        inadequateWithoutLowConfidence: countsWithoutLow.Inadequate,
        unknown,
        councils: dataset.councils.length,
      },
      reason:
        unknown === 0
          ? null
          : `the words of ${unknown} of ${dataset.councils.length} councils are not known`,
    });
  },
});
