import { sizeGivenPlace as measured } from "../analysis/sizeGivenPlace.js";
import { toClaim } from "./claim.js";
import { laterFamily } from "./family.js";
import { exploratoryNumbers, heldOutEvidence } from "./heldOutEvidence.js";
import { oddsRise, undecidableUntil } from "./rules.js";
import { withoutReadFromWords } from "./sensitivities.js";

export const sizeGivenPlace = toClaim({
  id: "C19",
  text: "At the same deprivation and in the same region, councils with fewer people are less likely to be rated Good or better.",
  by:
    "Newton for the County Councils Network, October 2025 (online.flippingbook.com/view/596354460, " +
    "page 99), given deprivation and income; the form is ours, without income, which the data do not hold",
  kind: "decided",
  set: "all",
  need: "rating",
  quantity: "odds of Good or better, for a doubling of the population aged 18 and over",
  unit: "ratio",
  beside: exploratoryNumbers("the same odds", "ratio"),
  family: laterFamily,
  sensitivities: [withoutReadFromWords],
  rule: undecidableUntil(
    "the ratings of 95% of the councils outside the complete set are known",
    oddsRise(0.05, 1.25, laterFamily),
  ),
  test(dataset, options) {
    return heldOutEvidence(dataset, options, {
      need: "rating",
      what: "ratings",
      measure(assessments) {
        const found = measured(dataset, dataset.scheme, assessments);
        return {
          n: found.n,
          estimate: found.oddsRatio,
          interval: found.interval,
          intervalMethod: "95%, profile likelihood",
          p: found.p,
          beside: { sigma: found.sigma },
          note: "Region stands in for income, which is not in the data. Odds of 1 are no difference",
          reason: found.reason,
        };
      },
    });
  },
});
