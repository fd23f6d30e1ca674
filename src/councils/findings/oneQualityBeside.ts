import type { Signal } from "../analysis/signal.js";
import { decimal, list, number, pValue } from "../../engine/report/format.js";
import { nothing, type Finding } from "./finding.js";

/** Above this p the patterns are told as ones that chance could give. */
export const level = 0.05;

/** By the measure chosen first, whether patterns could come from one quality plus chance. */
export function isLikeChance({ dispersion }: Signal): boolean {
  return dispersion !== null && dispersion.p > level;
}

function noteOf({ dispersion, hamming, reversal, replicates }: Signal): string {
  const measures = [
    ...(dispersion
      ? [`${pValue(dispersion.p)} for patterns between themes, the measure chosen first`]
      : []),
    ...(hamming ? [`${pValue(hamming.p)} for statements on which two councils differ`] : []),
    ...(reversal ? [`${pValue(reversal.p)} for reversed pairs`] : []),
  ];
  const near = decimal(1.96 * Math.sqrt(0.09 / replicates), 3);
  return (
    "One quality plus chance is a Rasch model that keeps each council's number of good scores, drawn " +
    `${number(replicates)} times, so that a p near .1 is known to within about ${near}. One-sided p: ` +
    `${list(measures)}. A large p is no evidence of one quality: these tests would often miss a ` +
    "second one. When they were chosen, simulations of 81 councils with four themes that correlate " +
    "at .8 told the themes apart 65% of the time by patterns between themes, 20% by statements that " +
    "differ and 22% by reversed pairs. That is knowledge from their design, not computed here."
  );
}

/** Whether what the rating hides could be chance around a single quality. */
export function oneQualityBeside(result: Signal): Finding {
  if (result.n === 0)
    return nothing("No council here has every score known", "what a rating hides");
  if (result.dispersion === null)
    return {
      headline: "A rating stands for many scores",
      detail: "Whether chance made their patterns cannot be said of these councils.",
    };
  return {
    ...(isLikeChance(result)
      ? {
          headline: "A rating hides a mix of scores; chance may explain much",
          detail:
            "Councils that differed in one quality, with chance, could show such a mix. " +
            "So might councils that differ in several: the test chosen for it often misses a second.",
        }
      : {
          headline: "A rating hides patterns that go beyond chance",
          detail:
            "By the test chosen for it, the patterns behind ratings go beyond chance around a single quality.",
        }),
    note: noteOf(result),
  };
}
