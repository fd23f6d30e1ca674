import type { Dataset } from "../data/dataset.js";
import type { SimulationOptions } from "../../statistics/bootstrap.js";
import { cochranArmitage } from "../../statistics/cochranArmitage.js";
import type { CochranArmitage } from "../../statistics/cochranArmitage.js";
import { cusum } from "../../statistics/cusum.js";
import type { Cusum, CusumPoint } from "../../statistics/cusum.js";
import { jonckheere } from "../../statistics/jonckheere.js";
import type { Jonckheere } from "../../statistics/jonckheere.js";
import { correlation, lacking } from "./correlation.js";
import type { Correlation } from "./correlation.js";
import { byTranche, defaultFirstTrancheTo } from "./firstTranche.js";
import type { FirstTranche } from "./firstTranche.js";
import { withoutWord } from "../../ratings/incomputable.js";
import type { Incomputable } from "../../ratings/incomputable.js";
import { isGoodOrBetter } from "./isGoodOrBetter.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";

export interface DriftOptions extends AnalysisOptions, SimulationOptions, FirstTranche {}

export interface DriftMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly n: number;
  /** Councils whose sum carries a word that is good or better; null where the scheme has no overall rating. */
  readonly goodOrBetter: number | null;
}

/** Whether totals change with the month of publication. */
export interface Drift extends Pick<Selection, "scheme" | "set" | "leftOut">, Correlation {
  readonly firstTrancheTo: string;
  readonly tranches: readonly {
    readonly tranche: "first" | "later";
    readonly n: number;
    readonly meanSum: number | null;
  }[];
  /** Of sums over the tranches in order. */
  readonly jonckheere: Jonckheere | null;
  /** Every month from the first publication to the last, empty ones included. */
  readonly months: readonly DriftMonth[];
  /** Of the share of Good or better over those months. */
  readonly cochranArmitage: CochranArmitage | null;
  /** Of sums in order of the month. */
  readonly cusum:
    | (Omit<Cusum, "points"> & {
        readonly points: readonly (Omit<CusumPoint, "time"> & { readonly month: string })[];
      })
    | null;
  readonly incomputable: readonly Incomputable[];
}

/** Months since year 0. */
function monthNumber(published: string): number {
  return Number(published.slice(0, 4)) * 12 + Number(published.slice(5, 7)) - 1;
}

function monthName(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}

/**
 * Whether sums rose or fell with the month of publication: Kendall's tau-b, Jonckheere's test over
 * tranches, the Cochran-Armitage trend in Good or better, and a cumulative sum with a permutation
 * band. Publication is known to the month for most councils, so months are the unit. Of a council
 * that was assessed more than once the first assessment counts.
 *
 * CQC chose the order of councils and scored them under a rule that changed: a trend is not an
 * improvement or a decline of councils, and no trend does not show that the scale held still.
 */
export function drift(
  dataset: Dataset,
  { firstTrancheTo = defaultFirstTrancheTo, ...options }: DriftOptions = {},
): Drift {
  // A second assessment comes years after the first: rounds would be taken for a trend.
  const selection = select(dataset, "scores", { round: "first", ...options });
  const dated = selection.assessments.filter((a) => a.published !== null);
  const undated = selection.n - dated.length;
  const reason = "the date of publication is not known";
  const leftOut = undated ? [...selection.leftOut, { reason, n: undated }] : selection.leftOut;
  const sums = dated.map((a) => a.sum!);
  const times = dated.map((a) => monthNumber(a.published!));
  const firstMonth = Math.min(...times);
  const span = dated.length ? Math.max(...times) - firstMonth + 1 : 0;
  const hasWord = selection.scheme.whole.rule !== "none";
  const months = Array.from({ length: span }, (_, i): DriftMonth => {
    const ofMonth = dated.filter((_, j) => times[j] === firstMonth + i);
    const good = ofMonth.filter(isGoodOrBetter(selection.scheme)).length;
    return {
      month: monthName(firstMonth + i),
      n: ofMonth.length,
      goodOrBetter: hasWord ? good : null,
    };
  });
  const { first, later } = byTranche(dated, firstTrancheTo);
  const tranches = [first, later].map((tranche) => tranche.map((a) => a.sum!));
  const path = cusum(sums, times, options);
  const result = {
    jonckheere: jonckheere(tranches, options),
    cochranArmitage: hasWord
      ? cochranArmitage(
          months.map((month) => month.goodOrBetter ?? 0),
          months.map((month) => month.n),
        )
      : null,
    cusum: path && {
      ...path,
      points: path.points.map(({ time, ...point }) => ({ month: monthName(time), ...point })),
    },
  };
  const ofSum = correlation(times, sums, options);
  const reasons: Readonly<Record<keyof typeof result, string>> = {
    jonckheere: "fewer than two tranches, or all sums are equal",
    cochranArmitage: !hasWord
      ? withoutWord
      : `fewer than two months, or every council is on the same side of ${selection.scheme.good}`,
    cusum: "fewer than two months, or all sums are equal",
  };
  const incomputable = (Object.keys(reasons) as (keyof typeof reasons)[])
    .filter((quantity) => result[quantity] === null)
    .map((quantity): Incomputable => ({ quantity, reason: reasons[quantity] }));
  if (result.cochranArmitage?.exactP === null)
    incomputable.push({
      quantity: "cochranArmitage.exactP",
      reason: "too many councils and months for the exact permutation",
    });
  return {
    scheme: selection.scheme,
    set: selection.set,
    leftOut,
    ...ofSum,
    firstTrancheTo,
    tranches: tranches.map((values, i) => ({
      tranche: i === 0 ? "first" : "later",
      n: values.length,
      meanSum: values.length ? values.reduce((t, sum) => t + sum, 0) / values.length : null,
    })),
    months,
    ...result,
    incomputable: [...lacking("tauB", ofSum, "interval"), ...incomputable],
  };
}
