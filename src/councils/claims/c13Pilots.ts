import { select } from "../analysis/select.js";
import { equivalenceMargin, tranches } from "../analysis/tranches.js";
import { toClaim, toEvidence } from "./claim.js";
import { groupsDiffer, undecidableUntil } from "./rules.js";

export const pilots = toClaim({
  id: "C13",
  text: "The pilots were scored differently from the councils assessed formally.",
  by: "Ninefold; CQC published five pilots in November 2023 with indicative ratings",
  kind: "decided",
  quantity: "A, the chance that a pilot's sum is above a formal one, a tie counting half",
  unit: "number",
  beside: {
    pilotsWithSum: { quantity: "pilots whose sum is known", unit: "count" },
  },
  need: "sum",
  rule: undecidableUntil(
    "there are more pilots than five, with which no paired test can reach .05 (CQC held five, and " +
      "they are over, so that these data can never decide it)",
    groupsDiffer(equivalenceMargin),
  ),
  test(dataset, { set }) {
    const { pilotsAgainstFormal, pilotPairs, pilotChanges, smallestSignFlipP } = tranches(dataset, {
      set,
    });
    const few = smallestSignFlipP === null || smallestSignFlipP > 0.05;
    return toEvidence(select(dataset, "sum", { set }), {
      estimate: pilotsAgainstFormal?.A,
      interval: pilotsAgainstFormal?.interval,
      intervalMethod: pilotsAgainstFormal && `95%, ${pilotsAgainstFormal.intervalMethod}`,
      beside: {
        pilots: pilotPairs.length,
        pilotsWithSum: pilotsAgainstFormal?.nX ?? 0,
        pilotChanges,
        smallestSignFlipP,
      },
      reason: few
        ? `there ${pilotPairs.length === 1 ? "is 1 pilot" : `are ${pilotPairs.length} pilots`}, too few for a paired test to reach .05; CQC's pilots are over, so that these data can never decide it`
        : pilotsAgainstFormal
          ? null
          : "no sum of a pilot, or of a formal assessment, is known",
    });
  },
});
