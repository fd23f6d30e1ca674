import { remembered } from "../remembered.js";
import { bootstrap, defaultReplicates } from "../statistics/bootstrap.js";
import type { Bootstrap, SimulationOptions } from "../statistics/bootstrap.js";
import type { ClassificationConsistency } from "../statistics/classificationConsistency.js";
import { fitCumulativeLogit } from "../statistics/cumulativeLogit.js";
import { estimated, notEstimable } from "../statistics/estimated.js";
import { cronbachAlpha, intraclassCorrelation } from "../statistics/internalConsistency.js";
import { leeConsistency } from "../statistics/leeConsistency.js";
import { livingstonLewis } from "../statistics/livingstonLewis.js";
import type { LivingstonLewis } from "../statistics/livingstonLewis.js";
import { omegaTotal } from "../statistics/omega.js";
import { fewerThanTwo, noInterval, withoutSum } from "./incomputable.js";
import type { Incomputable } from "./incomputable.js";
import type { Profile } from "./profile.js";
import { bandsOf, goodRank, goodScore, totalsOf } from "./scheme.js";
import type { Score, Scheme } from "./scheme.js";
import { bodies, gradesName } from "./schemeWords.js";
import { totalOf } from "./total.js";

type Interval = readonly [number, number];

/** How far parts go together: alpha, ICC(3,1) and omega, each with a bootstrap interval. */
export interface ReliabilityOf {
  readonly n: number;
  /** Cronbach's alpha of the total. */
  readonly alpha: number | null;
  /** ICC(3,1): one part as a measure of a body, parts fixed. */
  readonly icc3: number | null;
  /** McDonald's omega total, from one factor by maximum likelihood. */
  readonly omega: number | null;
  /** 95%, over bodies. */
  readonly intervals: Readonly<Record<"alpha" | "icc3" | "omega", Interval | null>>;
  readonly bootstrap: Omit<Bootstrap, "intervals"> | null;
  /** Each draw refits the factor, so there are at most 999. */
  readonly omegaBootstrap: Omit<Bootstrap, "intervals"> | null;
  /**
   * Lee's consistency of the word at the cut to the lowest good one, with each grade as good or not
   * and as many good parts as a body of grades on either side needs.
   */
  readonly lee: ClassificationConsistency | null;
  /**
   * Livingston and Lewis's consistency at the same cut, from the totals and alpha alone: a
   * cross-reference to Lee's that knows nothing of the parts. Its smooth distribution of
   * true scores does not know that totals heap at the cut; its `share` against `observedShare`
   * shows by how much it misses, so that the two figures are close confirms neither. Limits of
   * 0 and 1 in `trueScores` say that no beta distribution has all four moments, as where a few
   * totals lie far from many alike, and that two were fitted.
   */
  readonly livingstonLewis:
    | (LivingstonLewis & {
        /** Those at or above the cut, 0 to 1. */ readonly observedShare: number;
      })
    | null;
  readonly incomputable: readonly Incomputable[];
}

/** The lowest total that is good, or null where totals decide no word or all are good. */
function goodCut(scheme: Scheme): number | null {
  return goodRank(scheme) === 0 ? null : (bandsOf(scheme)?.[goodRank(scheme)].from ?? null);
}

const withoutCut = "every word is good";

function leeOf(scheme: Scheme, rows: readonly (readonly number[])[]) {
  const cut = goodCut(scheme);
  if (cut === null) return notEstimable(bandsOf(scheme) === null ? withoutSum : withoutCut);
  const least = goodScore(scheme);
  const halves = rows.map((row) => row.map((grade) => (grade >= least ? 2 : 1)));
  const { value, reason } = fitCumulativeLogit(halves, 2);
  if (value === null)
    return notEstimable(
      `with ${gradesName(scheme)} below ${least} as 1 and others as 2, ${reason}`,
    );
  const easiness = [0, ...value.items].map((item) => item - value.thresholds[0]!);
  // With every part just below good or just good, so many good ones reach the cut.
  const needed = cut - scheme.parts.length * (least - 1);
  return { value: leeConsistency(easiness, value.sigma, needed), reason };
}

function livingstonLewisOf(scheme: Scheme, totals: readonly number[], alpha: number | null) {
  const cut = goodCut(scheme);
  if (cut === null) return notEstimable(bandsOf(scheme) === null ? withoutSum : withoutCut);
  if (alpha === null) return notEstimable("alpha is not known");
  const { min, max } = totalsOf(scheme);
  const { value, reason } = livingstonLewis(totals, {
    reliability: alpha,
    limits: [min, max],
    cut,
  });
  if (value === null) return notEstimable(reason);
  const observedShare = totals.filter((total) => total >= cut).length / totals.length;
  return estimated({ ...value, observedShare });
}

function compute(
  scheme: Scheme,
  profiles: readonly Pick<Profile, "grades">[],
  options: SimulationOptions = {},
): ReliabilityOf {
  const rows = profiles
    .map(({ grades }) => grades)
    .filter((grades): grades is Score[] => grades.every((grade) => grade !== null));
  // Draws read them millions of times, which typed arrays make several times as fast.
  const units = rows.map((row) => Float64Array.from(row));
  const n = rows.length;
  const alpha = cronbachAlpha(units);
  const icc3 = intraclassCorrelation(units);
  const omega = omegaTotal(units);
  const lee = leeOf(scheme, rows);
  const crossReference = livingstonLewisOf(scheme, rows.map(totalOf), alpha);
  const few = n < 2 ? fewerThanTwo(scheme, n) : null;
  const incomputable: Incomputable[] = [];
  const note = (quantity: string, value: unknown, reason: string | null) => {
    if (value === null) incomputable.push({ quantity, reason: few ?? reason! });
  };
  note("alpha", alpha, `every ${scheme.body} has the same sum`);
  note("icc3", icc3, `the ${gradesName(scheme)} do not differ between ${bodies(scheme)}`);
  note("omega", omega.value, omega.reason);
  note("lee", lee.value, lee.reason);
  note("livingstonLewis", crossReference.value, crossReference.reason);
  const draw = <T>(
    known: T | null,
    statistics: Parameters<typeof bootstrap<Float64Array>>[1],
    at = {},
  ) => (known === null ? null : bootstrap(units, statistics, { ...options, ...at }));
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
    noteInterval("alpha", both, `in too many draws every ${scheme.body} has the same sum`);
  if (icc3 !== null)
    noteInterval(
      "icc3",
      both,
      `in too many draws the ${gradesName(scheme)} do not differ between ${bodies(scheme)}`,
    );
  noteInterval("omega", refitted, "too many draws give no omega, as where one factor does not fit");
  return {
    n,
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

/**
 * How consistently the parts measure one thing, of bodies with every grade known. None of these is a
 * bound on anything: one panel may grade every part, which inflates them, and a body's stable
 * strengths on some parts count as error, which deflates them.
 */
export const reliabilityOf = remembered(compute);
