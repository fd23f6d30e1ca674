import { ratingFromOutcomes } from "../analysis/ratingFromOutcomes.js";
import { toClaim, toEvidence } from "./claim.js";
import { laterFamily } from "./family.js";
import { gain } from "./rules.js";

export const outcomesTellRating = toClaim({
  id: "C22",
  text: "Measured outcomes tell a council's rating better than always saying Good.",
  by: "A question of ours, as FFT Education Datalab (ffteducationdatalab.org.uk) asked of Ofsted's grades",
  kind: "decided",
  need: "rating",
  quantity: "share of ratings told right from three outcomes, less the share rated Good",
  unit: "points",
  beside: {
    accuracy: { quantity: "told right from the outcomes of the others", unit: "share" },
    baseRate: { quantity: "told right by always saying Good", unit: "share" },
  },
  family: laterFamily,
  rule: gain(0.02),
  test(dataset, options) {
    const result = ratingFromOutcomes(dataset, options);
    const { accuracy, baseRate, difference, interval, reason } = result;
    return toEvidence(result, {
      estimate: difference,
      interval,
      intervalMethod: "95%, percentile bootstrap",
      beside: { accuracy, baseRate },
      note:
        difference === null
          ? null
          : "The three, fixed before: quality of life (1a), control over daily life (3a) and social " +
            "contact (5a(1)), as people who use services report them. A model that " +
            "says Good of nearly all can gain nothing, so that little was tested",
      reason,
    });
  },
});
