import { contextValues, sumCorrelation } from "../analysis/sumCorrelation.js";
import { toClaim } from "./claim.js";
import { correlationFound } from "./correlationFound.js";
import { laterFamily } from "./family.js";
import { exploratoryNumbers, heldOutEvidence } from "./heldOutEvidence.js";
import { undecidableUntil, weakCorrelation } from "./rules.js";
import { withoutReadFromWords } from "./sensitivities.js";

export const noLinkWithSize = toClaim({
  id: "C20",
  text: "The size of a council's population has no link with its total.",
  by: "District Councils' Network, 10 March 2025 (districtcouncils.info), of ratings; the form is ours",
  kind: "decided",
  set: "all",
  need: "sum",
  quantity: "Kendall's tau-b of the total with the population aged 18 and over",
  unit: "number",
  beside: exploratoryNumbers("the same", "number"),
  family: laterFamily,
  sensitivities: [withoutReadFromWords],
  rule: undecidableUntil(
    "the totals of 95% of the councils outside the complete set are known",
    weakCorrelation(0.2),
  ),
  test(dataset, options) {
    const { replicates, seed } = options;
    return heldOutEvidence(dataset, options, {
      need: "sum",
      what: "totals",
      measure(assessments) {
        const people = contextValues(dataset, "population", "pop_18_plus", assessments);
        const found = sumCorrelation(people, assessments, { replicates, seed });
        return correlationFound(found, { withP: false });
      },
    });
  },
});
