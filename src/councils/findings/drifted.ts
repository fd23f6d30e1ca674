import { count, date, decimal, number, pValue } from "../../engine/report/format.js";
import type { Drift } from "../analysis/drift.js";
import { nothing, type Finding } from "./finding.js";
import { sentences } from "./wording.js";

const signed = (value: number) => (value < 0 ? "−" : "") + decimal(Math.abs(value));

function kendall(trend: Drift, which: string): string {
  const { tauB, interval, permutationP } = trend;
  return tauB === null || interval === null || permutationP === null
    ? ""
    : `On ${which} (${count(trend.n, "council")}) Kendall's tau-b of the total with the month is ${signed(tauB)} (95% interval ${signed(interval[0])} to ${signed(interval[1])}; permutation ${pValue(permutationP)}), where 0 is no trend, 1 a rise throughout and −1 a fall throughout.`;
}

function others({ jonckheere, cochranArmitage, months, tranches, cusum, firstTrancheTo }: Drift) {
  const [early, late] = tranches;
  return sentences(
    jonckheere === null
      ? ""
      : `Jonckheere's test over those up to ${date(firstTrancheTo)} (${count(early.n, "council")}) and later (${late.n}): permutation ${pValue(jonckheere.permutation.p)}.`,
    cochranArmitage === null
      ? ""
      : `Cochran and Armitage's trend in the share of good or better over ${count(months.length, "month")}: z ${signed(cochranArmitage.z)}, ${cochranArmitage.exactP === null ? `asymptotic ${pValue(cochranArmitage.asymptoticP)}` : `exact ${pValue(cochranArmitage.exactP)}`}.`,
    cusum === null
      ? ""
      : `Running total of deviations from the mean: permutation ${pValue(cusum.p)} for its largest distance from 0; its band holds for one month at a time.`,
  );
}

const sets = { complete: "the complete set", all: "all reports known, no fair sample" } as const;

/** Whether totals moved with the month of publication. `other` is the same on the other set. */
export function drifted(trend: Drift, other: Drift): Finding {
  const { tauB, permutationP, interval } = trend;
  if (tauB === null || permutationP === null || interval === null)
    return nothing("No trend over months can be computed", "how totals moved");
  const isTrend = permutationP <= 0.05;
  return {
    headline: isTrend
      ? `Totals ${tauB < 0 ? "fell" : "rose"} with the month of publication`
      : "Totals show no clear trend over the months",
    detail:
      "CQC chose the order of councils, and its way of scoring changed on the way. So councils and " +
      `scoring may ${isTrend ? "both have moved" : "have moved in opposite ways"}.`,
    note: sentences(
      kendall(trend, sets[trend.set]),
      other.n === trend.n ? "" : kendall(other, sets[other.set]),
      others(trend),
      "These tests ask about the same order in other ways, so that they are not independent. No trend does not show that the scale held still, and a trend would not show that councils changed.",
      trend.replicates === null
        ? ""
        : `Permutations and bootstrap draws are from a fixed seed, ${number(trend.replicates)} of each. The month is the unit of time, as most dates are known to the month.`,
    ),
  };
}
