import { size as sizeOf } from "../analysis/size.js";
import { toClaim, toEvidence } from "./claim.js";
import { family } from "./family.js";
import { correlation } from "./rules.js";
import { laterReports, standardSensitivities } from "./sensitivities.js";

export const size = toClaim({
  id: "C12",
  text: "Larger councils do better.",
  by: "IMPOWER, on the first 30 reports, published to May 2025",
  kind: "exploratory",
  quantity: "Kendall's tau-b of the sum with the population aged 18 and over",
  unit: "number",
  beside: {
    laterTauB: { quantity: "councils published after May 2025 alone", unit: "number" },
  },
  family,
  sensitivities: [...standardSensitivities, laterReports],
  rule: correlation(0.05, 0.2, family),
  test(dataset, options) {
    const result = sizeOf(dataset, options);
    const { all, laterTauB, laterThan, withoutPopulation } = result;
    const unknown = withoutPopulation.length;
    const reason = "the data hold no population";
    const leftOut = unknown === 0 ? [] : [{ reason, n: unknown }];
    const names = unknown > 3 ? "" : ` (${withoutPopulation.join(", ")})`;
    const without =
      unknown === 0
        ? ""
        : `. Of ${result.n} councils ${unknown}${names} ${unknown === 1 ? "is" : "are"} left out, as the data hold no population`;
    return toEvidence(
      { ...result, n: all.n, leftOut: [...result.leftOut, ...leftOut] },
      {
        estimate: all.tauB,
        interval: all.interval,
        intervalMethod: `95%, ${all.intervalMethod}`,
        p: all.permutationP,
        beside: { alternative: all.alternative, laterThan, laterTauB },
        note:
          all.tauB === null
            ? null
            : `The p is one-sided, for larger councils doing better${without}`,
        reason: all.reason,
      },
    );
  },
});
