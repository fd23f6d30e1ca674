import {
  childrensRatings as ratingsOf,
  hasChildrensRatings,
} from "../analysis/childrensRatings.js";
import { sumCorrelation } from "../analysis/sumCorrelation.js";
import { toClaim } from "./claim.js";
import { correlationFound } from "./correlationFound.js";
import { laterFamily } from "./family.js";
import { exploratoryNumbers, heldOutEvidence } from "./heldOutEvidence.js";
import { correlation, undecidableUntil } from "./rules.js";
import { withoutReadFromWords } from "./sensitivities.js";

export const childrensRatings = toClaim({
  id: "C24",
  text: "A council's total for adult social care goes with Ofsted's rating of its children's services.",
  by: "A question of ours",
  kind: "decided",
  set: "all",
  need: "sum",
  quantity: "Kendall's tau-b of the total with Ofsted's overall rating before April 2026",
  unit: "number",
  beside: exploratoryNumbers("the same", "number"),
  family: laterFamily,
  sensitivities: [withoutReadFromWords],
  rule: undecidableUntil(
    "the totals of 95% of the councils outside the complete set, and Ofsted's ratings, are known",
    correlation(0.05, 0.2, laterFamily),
  ),
  test(dataset, options) {
    const { replicates, seed } = options;
    return heldOutEvidence(dataset, options, {
      need: "sum",
      what: "totals",
      lacking: hasChildrensRatings(dataset)
        ? null
        : "the data hold no ratings of children's services",
      measure(assessments) {
        const found = sumCorrelation(ratingsOf(dataset, assessments), assessments, {
          alternative: "greater",
          replicates,
          seed,
        });
        return correlationFound(found, { withP: true });
      },
    });
  },
});
