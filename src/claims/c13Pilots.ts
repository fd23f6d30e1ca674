import { select } from "../analysis/select.js";
import { equivalenceMargin, tranches } from "../analysis/tranches.js";
import { toClaim, toEvidence } from "./claim.js";
import { groupsDiffer, undecidableUntil } from "./rules.js";

export const pilots = toClaim({
  id: "C13",
  text: "The pilots were scored differently from the councils assessed formally.",
  by: "Ninefold; CQC published five pilots in November 2023 with indicative words",
  kind: "decided",
  quantity: "A, the chance that a pilot's sum is above a formal one, a tie counting half",
  unit: "number",
  beside: {
    pilotsWithSum: { quantity: "pilots whose sum is known", unit: "count" },
  },
  need: "sum",
  rule: undecidableUntil(
    "more pilots are known than five, with which no paired test can reach .05",
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
        ? `${pilotPairs.length} pilots, with which no paired test can reach .05`
        : pilotsAgainstFormal
          ? null
          : "no sum of a pilot, or of a formal assessment, is known",
    });
  },
});
