import type { Signal } from "../analysis/signal.js";
import { count, percent, percentInterval } from "../../engine/report/format.js";
import { nothing, type Finding } from "./finding.js";

/** How often one quality plus chance would put the lower rated of two councils higher somewhere. */
export function chanceInPairs({ reversal }: Signal): Finding {
  if (reversal === null)
    return nothing("Too few pairs can be set beside chance", "what chance would make of pairs");
  const { n, observed, expected, range } = reversal;
  return {
    headline: `With one quality plus chance, ${percent(expected)} of pairs would be reversed`,
    detail:
      `Among ${count(n, "council")} with only 2s and 3s, ${percent(observed)} are: the council rated ` +
      `lower scores higher somewhere. In 95% of draws it is ${percentInterval(range)}.`,
  };
}
