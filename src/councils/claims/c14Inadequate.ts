import { words } from "../analysis/words.js";
import { currentCouncils } from "../data/successions.js";
import { certainBounds, toClaim, toEvidence } from "./claim.js";
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
    const { counts, countsWithoutLow, uncertain, scheme } = result;
    const lowest = scheme.levels[0].name;
    const of = currentCouncils(dataset).length;
    const sure = countsWithoutLow[lowest];
    return toEvidence(result, {
      estimate: uncertain === 0 && of > 0 ? sure / of : null,
      interval: of > 0 ? [sure / of, (sure + uncertain) / of] : null,
      intervalMethod: `${certainBounds}, rounded outward, whatever the ratings that are not known for sure`,
      beside: {
        inadequate: counts[lowest],
        inadequateWithoutLowConfidence: sure,
        uncertain,
        of,
      },
      reason:
        of === 0
          ? "there are no councils"
          : uncertain > 0
            ? `the ratings of ${uncertain} of ${of} councils are not known, or with low confidence only`
            : null,
    });
  },
});
