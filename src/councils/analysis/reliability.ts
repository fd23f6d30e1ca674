import type { Dataset } from "../data/dataset.js";
import { bands, maxSum, minSum, statements } from "../framework.js";
import { bootstrap, defaultReplicates } from "../../statistics/bootstrap.js";
import type { Bootstrap, SimulationOptions } from "../../statistics/bootstrap.js";
import type { ClassificationConsistency } from "../../statistics/classificationConsistency.js";
import { fitCumulativeLogit } from "../../statistics/cumulativeLogit.js";
import { estimated, notEstimable } from "../../statistics/estimated.js";
import { cronbachAlpha, intraclassCorrelation } from "../../statistics/internalConsistency.js";
import { leeConsistency } from "../../statistics/leeConsistency.js";
import { livingstonLewis } from "../../statistics/livingstonLewis.js";
import type { LivingstonLewis } from "../../statistics/livingstonLewis.js";
import { omegaTotal } from "../../statistics/omega.js";
import { fewerThanTwo, noInterval } from "./incomputable.js";
import type { Incomputable } from "./incomputable.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";

type Interval = readonly [number, number];

export interface Reliability extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  /** Cronbach's alpha of the sum of nine scores. */
  readonly alpha: number | null;
  /** ICC(3,1): one statement as a measure of a council, statements fixed. */
  readonly icc3: number | null;
  /** McDonald's omega total of the sum, from one factor by maximum likelihood. */
  readonly omega: number | null;
  /** 95%, over councils. */
  readonly intervals: Readonly<Record<"alpha" | "icc3" | "omega", Interval | null>>;
  readonly bootstrap: Omit<Bootstrap, "intervals"> | null;
  /** Each draw refits the factor, so there are at most 999. */
  readonly omegaBootstrap: Omit<Bootstrap, "intervals"> | null;
  /**
   * Lee's consistency of the word at the cut between Requires improvement and Good, with scores as
   * 2 or below and 3 or above and five of nine as the cut.
   */
  readonly lee: ClassificationConsistency | null;
  /**
   * Livingston and Lewis's consistency at the same cut, from the sums and alpha alone: a
   * cross-reference to Lee's that knows nothing of the nine scores. Its smooth distribution of
   * true scores does not know that sums heap at the cut; its `share` against `observedShare`
   * shows by how much it misses, so that the two figures are close confirms neither. Limits of
   * 0 and 1 in `trueScores` say that no beta distribution has all four moments, as where a few
   * sums lie far from many alike, and that two were fitted.
   */
  readonly livingstonLewis:
    (LivingstonLewis & { /** Good or better. */ readonly observedShare: number }) | null;
  readonly incomputable: readonly Incomputable[];
}

const majority = Math.floor(statements.length / 2) + 1;

const good = bands.find(({ rating }) => rating === "Good")!;

function leeOf(rows: readonly (readonly number[])[]) {
  const halves = rows.map((row) => row.map((score) => (score >= 3 ? 2 : 1)));
  const { value, reason } = fitCumulativeLogit(halves, 2);
  if (value === null) return notEstimable(`with scores below 3 as 1 and others as 2, ${reason}`);
  const easiness = [0, ...value.items].map((item) => item - value.thresholds[0]!);
  return { value: leeConsistency(easiness, value.sigma, majority), reason };
}

function livingstonLewisOf(sums: readonly number[], alpha: number | null) {
  if (alpha === null) return notEstimable("alpha is not known");
  const limits = [minSum, maxSum] as const;
  const { value, reason } = livingstonLewis(sums, { reliability: alpha, limits, cut: good.from });
  if (value === null) return notEstimable(reason);
  const observedShare = sums.filter((sum) => sum >= good.from).length / sums.length;
  return estimated({ ...value, observedShare });
}

/**
 * How consistently the nine scores measure one thing. None of these is a bound on anything: one
 * panel scores all nine, which inflates them, and a council's stable strengths on some statements
 * count as error, which deflates them.
 */
export function reliability(
  dataset: Dataset,
  options: AnalysisOptions & SimulationOptions = {},
): Reliability {
  const { scheme, set, assessments, n, leftOut } = select(dataset, "scores", options);
  const rows = assessments.map((a) => a.scores.map(Number));
  const alpha = cronbachAlpha(rows);
  const icc3 = intraclassCorrelation(rows);
  const omega = omegaTotal(rows);
  const lee = leeOf(rows);
  const crossReference = livingstonLewisOf(
    assessments.map((a) => a.sum!),
    alpha,
  );
  const few = n < 2 ? fewerThanTwo(n) : null;
  const incomputable: Incomputable[] = [];
  const note = (quantity: string, value: unknown, reason: string | null) => {
    if (value === null) incomputable.push({ quantity, reason: few ?? reason! });
  };
  note("alpha", alpha, "every council has the same sum");
  note("icc3", icc3, "scores vary only between statements");
  note("omega", omega.value, omega.reason);
  note("lee", lee.value, lee.reason);
  note("livingstonLewis", crossReference.value, crossReference.reason);
  const draw = <T>(
    known: T | null,
    statistics: Parameters<typeof bootstrap<number[]>>[1],
    at = {},
  ) => (known === null ? null : bootstrap(rows, statistics, { ...options, ...at }));
  const both = draw(icc3, (sample) => [cronbachAlpha(sample), intraclassCorrelation(sample)]);
  const refits = Math.min(options.replicates ?? defaultReplicates, 999);
  const refitted = draw(omega.value, (sample) => [omegaTotal(sample).value?.omega ?? null], {
    replicates: refits,
  });
  const intervals = {
    alpha: alpha === null ? null : (both?.intervals[0] ?? null),
    icc3: both?.intervals[1] ?? null,
    omega: refitted?.intervals[0] ?? null,
  };
  const noteInterval = (
    quantity: "alpha" | "icc3" | "omega",
    made: Bootstrap | null,
    otherwise: string,
  ) => {
    if (made && intervals[quantity] === null)
      incomputable.push({
        quantity: `intervals.${quantity}`,
        reason: noInterval(made, otherwise),
      });
  };
  const how = (made: Bootstrap | null) => {
    if (!made) return null;
    const { level, method, replicates, seed, undefinedDraws } = made;
    return { level, method, replicates, seed, undefinedDraws };
  };
  if (alpha !== null)
    noteInterval("alpha", both, "in too many draws every council has the same sum");
  if (icc3 !== null)
    noteInterval("icc3", both, "in too many draws scores vary only between statements");
  noteInterval("omega", refitted, "too many draws give no omega, as where one factor does not fit");
  return {
    scheme,
    set,
    n,
    leftOut,
    alpha,
    icc3,
    omega: omega.value?.omega ?? null,
    intervals,
    bootstrap: how(both),
    omegaBootstrap: how(refitted),
    lee: lee.value,
    livingstonLewis: crossReference.value,
    incomputable,
  };
}
