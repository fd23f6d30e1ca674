import { margins } from "../analysis/margins.js";
import { currentCouncils } from "../data/successions.js";
import { select } from "../analysis/select.js";
import { certainBounds, toClaim, toEvidence } from "./claim.js";
import { intervalAtLeast } from "./rules.js";

export const onePoint = toClaim({
  id: "C4",
  text: "At least a quarter of the councils in the complete set are one point on one statement from another rating.",
  by: "Ninefold, after what was reported of councils with 62%, one point short of Good",
  kind: "decided",
  quantity: "share of councils for which one point on one statement gives another rating",
  unit: "share",
  need: "sum",
  rule: intervalAtLeast(0.25, "range of what is possible"),
  test(dataset, { set }) {
    const result = margins(dataset, { set, need: "sum" });
    const { lose, gain } = result.onePoint;
    const near = lose + gain;
    // The complete set holds the councils it is of; all known are some of all councils.
    const of = set === "all" ? currentCouncils(dataset).length : select(dataset, null, { set }).n;
    const unknown = of - result.n;
    return toEvidence(result, {
      estimate: unknown === 0 && of > 0 ? near / of : null,
      interval: of > 0 ? [near / of, (near + unknown) / of] : null,
      intervalMethod: `${certainBounds}, rounded outward, whatever the unknown sums are`,
      beside: { lose, gain, of, unknown },
      reason:
        of === 0
          ? "there are no councils"
          : unknown > 0
            ? `the sums of ${unknown} of ${of} councils are not known`
            : null,
    });
  },
});
