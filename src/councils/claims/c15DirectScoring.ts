import { select } from "../analysis/select.js";
import { toClaim, toEvidence } from "./claim.js";
import { testAt, undecidableUntil } from "./rules.js";

export const directScoring = toClaim({
  id: "C15",
  text: "Heaping at 23 is stronger where assessors gave scores directly.",
  by: "Ninefold; CQC changed how a statement's score is given while councils were being assessed",
  kind: "decided",
  quantity: "difference in the share at 23 of the councils with 22, 23 or 24",
  unit: "points",
  need: "sum",
  sensitivities: [],
  rule: undecidableUntil(
    "the data say by which rule a council was scored, or when it was visited",
    testAt(0.05),
  ),
  test(dataset, { set }) {
    return toEvidence(select(dataset, "sum", { set }), {
      reason: "the data do not say by which rule a council was scored, or when it was visited",
    });
  },
});
