import { percent, percentInterval } from "../../engine/report/format.js";
import type { SchemeMeasures } from "../analysis/schemes.js";
import type { Signal } from "../analysis/signal.js";
import { nothing, type Finding } from "./finding.js";

type Range = readonly [number, number];

/** Whether one quality plus chance would give as many as there are. */
function setBeside(observed: number, [low, high]: Range): string {
  if (observed > high) return "fewer than there are";
  return observed < low ? "more than there are" : "about as many as there are";
}

/**
 * Reversed pairs of councils beside one quality plus chance, by its two questions: of councils drawn
 * anew, and of councils that keep their totals.
 */
export function twoQuestions(
  measures: Pick<SchemeMeasures, "reversals" | "oneQuality"> | undefined,
  { reversal: kept }: Pick<Signal, "reversal">,
): Finding {
  const { reversals = null, oneQuality = null } = measures ?? {};
  const anew = oneQuality?.reversals ?? null;
  if (reversals === null || anew === null || kept === null)
    return nothing("Too few pairs can be set beside chance", "what chance would make of pairs");
  const range: Range = [anew[1], anew[2]];
  return {
    headline: "What chance explains depends on the question",
    detail:
      "A pair is reversed where the council rated lower scores higher on a statement. " +
      `Councils drawn anew from one quality would have ${setBeside(reversals, range)}: ${percentInterval(range)}, and here ${percent(reversals)}. ` +
      `Councils that keep their totals would have ${setBeside(kept.observed, kept.range)}: ${percent(kept.expected)}, and here ${percent(kept.observed)} of those with only 2s and 3s. ` +
      "The first asks how totals come about, the second what stands behind a total.",
  };
}
