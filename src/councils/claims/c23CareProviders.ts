import { measureBefore } from "../analysis/outcomes.js";
import { select } from "../analysis/select.js";
import { sumCorrelation } from "../analysis/sumCorrelation.js";
import { toClaim, toEvidence } from "./claim.js";
import { correlationFound } from "./correlationFound.js";
import { laterFamily } from "./family.js";
import { correlation } from "./rules.js";

/** Residential care providers rated Good or Outstanding, of the Adult Social Care Outcomes Framework. */
const measure = "6b";

export const careProviders = toClaim({
  id: "C23",
  text: "Councils with higher totals have more residential care providers rated Good or Outstanding in their area.",
  by: "A question of ours: CQC's statement on care provision asks of a council that care in its area is good",
  kind: "decided",
  need: "sum",
  quantity: "Kendall's tau-b of the total with the share of providers rated Good or Outstanding",
  unit: "number",
  family: laterFamily,
  rule: correlation(0.05, 0.2, laterFamily),
  test(dataset, { set, replicates, seed }) {
    const selection = select(dataset, "sum", { set });
    const { assessments } = selection;
    const values = measureBefore(dataset, measure, assessments);
    const found = sumCorrelation(values, assessments, { alternative: "greater", replicates, seed });
    const without = assessments.length - found.n;
    const leftOut =
      without > 0 ? [{ reason: "the share is not known of the year before", n: without }] : [];
    return toEvidence(
      { ...selection, n: found.n, leftOut: [...selection.leftOut, ...leftOut] },
      {
        ...correlationFound(found, { withP: true }),
        note:
          found.tauB === null
            ? null
            : "The p is one-sided. The share is of the last financial year that ended before the report " +
              "(measure 6b), and of providers in the area, whoever pays for the care",
      },
    );
  },
});
