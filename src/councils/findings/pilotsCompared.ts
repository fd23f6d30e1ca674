import { count, decimal, pValue } from "../../engine/report/format.js";
import { equivalenceMargin, type Comparison, type Tranches } from "../analysis/tranches.js";
import type { Finding } from "./finding.js";
import { are, sentences } from "./wording.js";

/** An interval of A, to three decimals, so that it and Cliff's delta, 2A - 1, agree as printed. */
export const rangeOfA = ({ interval: [low, high] }: Comparison) =>
  `95% interval ${decimal(low, 3)} to ${decimal(high, 3)}`;

const headlines = {
  inconclusive: "Too little is known to compare pilots with later councils",
  alike: "Known totals of pilots are like those of later reports",
  different: "Known totals of pilots differ from those of later reports",
} as const;

/** What the pilots' totals say beside those of formal assessments. */
export function pilotsCompared({
  tranches: [pilot],
  pilotsAgainstFormal: against,
  pilotPairs,
  smallestSignFlipP: least,
}: Tranches): Finding {
  if (pilot.n === 0)
    return {
      headline: "There are no pilots in these data",
      detail: "So how they were scored is left open.",
      saysNothing: true,
    };
  const pairs = pilotPairs.filter((pair) => pair.formal !== null && pair.confidence !== "low");
  const note = sentences(
    against === null
      ? "No total of a pilot can be set beside a formal one."
      : `Pilots against all formal totals: the chance that a pilot's is the higher, a tie counting half, is ${decimal(against.A, 3)} (${rangeOfA(against)}), exact permutation ${pValue(against.p)}. Against a margin of 0.5 ± ${decimal(equivalenceMargin)} that is ${against.equivalence}.`,
    least === null || least <= 0.05
      ? ""
      : `Were every pair of totals known and changed the same way, ${count(pilot.n, "pair")} would give a two-sided p of ${decimal(least, 4)} at the least, so no such test of these pairs can reach 0.05.`,
  );
  return {
    headline: headlines[against?.equivalence ?? "inconclusive"],
    detail:
      `A total is known for ${pilot.withSum} of ${count(pilot.n, "pilot")}, and a later rating is ` +
      `confirmed for ${pairs.length === 0 ? "none" : pairs.length}. The pilots' ratings ${are(2)} ` +
      "indicative. CQC picked them to try its method, and so few stand for themselves alone.",
    tile: {
      number: `${pilot.withSum} of ${pilot.n}`,
      words: pilot.n === 1 ? "pilot with a known total" : "pilots with a known total",
    },
    note,
  };
}
