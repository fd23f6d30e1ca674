import { obviousRating as measured } from "../analysis/obviousRating.js";
import { toClaim, toEvidence } from "./claim.js";
import { intervalAbove } from "./rules.js";

export const obviousRating = toClaim({
  id: "C25",
  text: "The balance of a council's nine scores makes its rating obvious.",
  by:
    "David Scott in Schools Week, 9 February 2026 (schoolsweek.co.uk), of Ofsted's report cards for " +
    "schools, which give no overall grade; the form, and councils, are ours",
  kind: "decided",
  quantity: "share of councils whose most common score is their rating's own",
  unit: "share",
  beside: { withTies: { quantity: "with ties counted as obvious", unit: "share" } },
  rule: intervalAbove(0.9),
  test(dataset, options) {
    const result = measured(dataset, options);
    const { n, obvious, share, interval, tied } = result;
    return toEvidence(result, {
      estimate: share,
      interval,
      intervalMethod: "95%, Clopper and Pearson",
      note:
        share === null
          ? null
          : "It follows almost from the rule: a rating is the rounded mean of nine scores, and nearly " +
            "all scores are 2 or 3. It does not say how strong the balance is",
      beside: { obvious, tied, withTies: n === 0 ? null : (obvious + tied) / n },
      reason: share === null ? "no council has nine scores and a rating" : null,
    });
  },
});
