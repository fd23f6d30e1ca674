import { intervention } from "../analysis/intervention.js";
import { certainBounds, toClaim, toEvidence } from "./claim.js";
import { everyOneAndNoOther, undecidableUntil } from "./rules.js";

export const notification = toClaim({
  id: "C17",
  text: "CQC's notification to the Secretary of State follows a score of 1, not the rating.",
  by: "Ninefold, from the reasons published with two notifications in May and October 2025",
  kind: "decided",
  set: "all",
  quantity: "share of councils with a score of 1 for which a notification is known",
  unit: "share",
  beside: {
    scoring1: { quantity: "councils with a score of 1", unit: "count" },
    notified: { quantity: "of those with a notification found", unit: "count" },
    otherNotified: { quantity: "other councils with a notification found", unit: "count" },
  },
  rule: undecidableUntil(
    "it is known of every council scoring 1 whether CQC notified the Secretary of State",
    everyOneAndNoOther,
  ),
  test(dataset, { set }) {
    const result = intervention(dataset, { set });
    const count = (has1: boolean, what: "n" | "notified") =>
      result.table
        .filter((row) => row.anyScoreOf1 === has1)
        .reduce((total, row) => total + row[what], 0);
    const [scoring1, notified] = [count(true, "n"), count(true, "notified")];
    // Where no notification was found, none is not known to be so: the data record no "no".
    const unknown = scoring1 - notified;
    return toEvidence(result, {
      estimate: scoring1 > 0 && unknown === 0 ? notified / scoring1 : null,
      interval: scoring1 > 0 ? [notified / scoring1, 1] : null,
      intervalMethod: `${certainBounds}, rounded outward, whatever was not found`,
      beside: { scoring1, notified, otherNotified: count(false, "notified"), table: result.table },
      reason:
        scoring1 === 0
          ? "no council has a score of 1"
          : unknown > 0
            ? `whether there was a notification is not known of ${unknown} of ${scoring1} councils`
            : null,
    });
  },
});
