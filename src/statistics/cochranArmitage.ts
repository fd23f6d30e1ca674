import { drawnSum, twoSidedP } from "./drawnSum.js";
import { normalUpperTail } from "./upperTails.js";

export interface CochranArmitage {
  readonly n: number;
  /** Above 0 where the share rises over the groups. */
  readonly z: number;
  /** Two-sided, from the chi-square with one degree of freedom that z squared follows. */
  readonly asymptoticP: number;
  /** Two-sided, over all ways to deal the events out; null where the table would be too large. */
  readonly exactP: number | null;
}

/**
 * The Cochran-Armitage test for a trend in a share over ordered groups, scored 0, 1, 2, …:
 * `events[i]` of `totals[i]`. `null` where there are no events or nothing else, or only one group
 * has members. Throws a RangeError for counts that are not whole or events above their total.
 *
 * Source: Armitage, Biometrics 11 (1955).
 */
export function cochranArmitage(
  events: readonly number[],
  totals: readonly number[],
): CochranArmitage | null {
  if (
    events.length !== totals.length ||
    !events.every((k, i) => Number.isInteger(k) && Number.isInteger(totals[i]) && k >= 0) ||
    !events.every((k, i) => k <= totals[i])
  )
    throw new RangeError(
      `expected whole numbers of events and totals: ${events.join()} of ${totals.join()}`,
    );
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const n = sum(totals);
  const k = sum(events);
  const scores = totals.flatMap((total, i) => Array<number>(total).fill(i));
  const mean = n === 0 ? 0 : sum(scores) / n;
  const spread = sum(scores.map((score) => (score - mean) ** 2));
  if (k === 0 || k === n || spread === 0) return null;
  const statistic = sum(events.map((count, i) => count * i));
  const share = k / n;
  const z = (statistic - k * mean) / Math.sqrt(share * (1 - share) * spread);
  const exact = drawnSum(scores, k);
  return {
    n,
    z,
    asymptoticP: 2 * normalUpperTail(Math.abs(z)),
    exactP: exact && twoSidedP(exact, statistic, k * mean),
  };
}
