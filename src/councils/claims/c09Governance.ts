import { toClaim, toEvidence } from "./claim.js";
import { family } from "./family.js";
import { testAt } from "./rules.js";
import { signal } from "./shared.js";

/** Governance, management and sustainability. */
const governanceId = "qs8";

export const governance = toClaim({
  id: "C9",
  text: "Governance moves with the rating beyond its share of it.",
  by: "Ninefold, from the reports published to 3 October 2025",
  kind: "exploratory",
  quantity:
    "standard deviations by which governance moves with the rating beyond one quality plus chance",
  unit: "number",
  family,
  rule: testAt(0.05, family),
  test(dataset, options) {
    const result = signal(dataset, options);
    const { withWord } = result;
    const own = withWord?.statements.find(({ statement }) => statement === governanceId);
    const unknown = result.incomputable.find(({ quantity }) => quantity === "withWord");
    // The test is of the largest over nine statements: it speaks for governance only if that is it.
    const isLargest = withWord?.largest === governanceId;
    return toEvidence(result, {
      estimate: own?.standardised,
      p: isLargest ? withWord.p : null,
      beside: { statements: withWord?.statements ?? null, largest: withWord?.largest ?? null },
      reason:
        unknown?.reason ??
        (isLargest ? null : "another statement moves more closely with the rating"),
    });
  },
});
