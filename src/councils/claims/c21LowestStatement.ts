import { lowestStatement as measured } from "../analysis/lowestStatement.js";
import { toClaim } from "./claim.js";
import { exploratoryNumbers, heldOutEvidence } from "./heldOutEvidence.js";
import { lowestInDraws, undecidableUntil } from "./rules.js";
import { withoutReadFromWords } from "./sensitivities.js";

/** Assessing needs. */
const statementId = "qs1";

export const lowestStatement = toClaim({
  id: "C21",
  text: "Assessing needs has the lowest average score of the nine statements.",
  by:
    "Pete Feldon in Professional Social Work, British Association of Social Workers, autumn 2024 " +
    "(basw.co.uk), of the first nine councils",
  kind: "decided",
  set: "all",
  need: "scores",
  quantity: "share of draws in which assessing needs has the lowest average alone",
  unit: "share",
  beside: { exploratory: exploratoryNumbers("the same share", "share").exploratory },
  sensitivities: [withoutReadFromWords],
  rule: undecidableUntil(
    "the nine scores of 95% of the councils outside the complete set are known",
    lowestInDraws(0.95),
  ),
  test(dataset, options) {
    const place = dataset.scheme.parts.findIndex(({ id }) => id === statementId);
    return heldOutEvidence(dataset, options, {
      need: "scores",
      what: "nine scores",
      lacking: place === -1 ? "the scheme has no such statement" : null,
      measure(assessments) {
        const { n, means, lowestAlone, anotherLower } = measured(assessments, place, options);
        return {
          n,
          estimate: lowestAlone,
          beside: { means, anotherLower },
          reason: lowestAlone === null ? "no council has nine known scores" : null,
        };
      },
    });
  },
});
