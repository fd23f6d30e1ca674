import { count, date, decimal, number, pValue } from "../../engine/report/format.js";
import { equivalenceMargin, type Tranches } from "../analysis/tranches.js";
import { nothing, type Finding } from "./finding.js";
import { rangeOfA } from "./pilotsCompared.js";
import { sentences } from "./wording.js";

const headlines = {
  inconclusive: "Whether first and later councils were scored differently is not settled",
  alike: "First and later councils have totals that are alike",
  different: "First and later councils have different totals",
} as const;

const minus = (value: number, decimals: number) =>
  (value < 0 ? "−" : "") + decimal(Math.abs(value), decimals);

/** Whether councils that CQC assessed first have other totals than later ones. */
export function firstAndLater({
  tranches: [, first, later],
  firstAgainstLater: compared,
  firstTrancheTo,
  wordsP,
}: Tranches): Finding {
  if (compared === null || first.meanSum === null || later.meanSum === null)
    return nothing("First and later councils cannot be compared", "how they differ");
  const isNarrow = compared.interval[1] - compared.interval[0] <= 2 * equivalenceMargin;
  return {
    headline: headlines[compared.equivalence],
    detail:
      `The mean total of ${count(first.withSum, "council")} reported by ${date(firstTrancheTo)} is ` +
      `${number(first.meanSum, 1)}, and of ${number(later.withSum)} reported later ${number(later.meanSum, 1)}. ` +
      "CQC chose the order, so a difference would show no effect of time.",
    tile: {
      number: `${number(first.meanSum, 1)} and ${number(later.meanSum, 1)}`,
      words: "mean totals of first and later councils",
    },
    note: sentences(
      `First against later: the chance that a council published up to ${date(firstTrancheTo)} has a higher total than a later one, a tie counting half, is ${decimal(compared.A, 3)} (${rangeOfA(compared)}), where 0.5 is no difference; as Cliff's delta ${minus(compared.cliffsDelta, 2)}, on a scale from −1 to 1; ${compared.pMethod} ${pValue(compared.p)}. The margin is 0.5 ± ${decimal(equivalenceMargin)}${isNarrow ? "" : ", narrower than this interval, so that the data could not have shown the two to be alike"}, and is fixed in the code: an interval wholly within it is alike, one to one side of 0.5 different, any other inconclusive, which is not “no difference”.`,
      wordsP === null
        ? ""
        : `The ratings, compared as a table of counts by Freeman and Halton's exact test, give ${pValue(wordsP)}.`,
      "The chance is Newcombe's A (method 5), its p by exact permutation of midranks. The p of single statements is adjusted by Holm; intervals are not.",
    ),
  };
}
