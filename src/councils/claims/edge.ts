import { isCertain } from "./claim.js";
import type { Evidence } from "./claim.js";

/** An end of a claim's interval that lies close to a bound of its rule. */
export interface Edge {
  /** From the end to the bound, on the estimate's scale. */
  readonly distance: number;
  /** How far that end may move with another seed, 95%; null where no draws make it. */
  readonly drawError: number | null;
}

/** Closer than this, on a scale of 0 to 1, is said. Fixed, whichever way a claim points. */
const close = 0.02;

/** The level of an interval's lower end, and the normal density there. */
const tail = 0.025;
const [z, density] = [1.959964, 0.0584451];

/**
 * How close an interval comes to a bound of the rule; null where it does not come close, or where
 * no chance enters. The error of a percentile of draws is that of a sample quantile,
 * sqrt(p (1 - p) / draws) over the density there, taking the draws as normal.
 */
export function edgeOf(
  { interval, intervalMethod }: Pick<Evidence, "interval" | "intervalMethod">,
  bounds: readonly number[],
  replicates: number,
  boundsOfEnds: readonly [readonly number[], readonly number[]] = [bounds, bounds],
): Edge | null {
  if (!interval || bounds.length === 0 || isCertain({ intervalMethod })) return null;
  const distance = Math.min(
    ...interval.flatMap((end, i) => boundsOfEnds[i].map((bound) => Math.abs(end - bound))),
  );
  if (distance > close) return null;
  const spread = (interval[1] - interval[0]) / (2 * z);
  const drawError = (z * Math.sqrt((tail * (1 - tail)) / replicates) * spread) / density;
  return { distance, drawError: intervalMethod?.includes("bootstrap") ? drawError : null };
}

/** Whether another seed could move that end over the bound. */
export function isWithinDraws(edge: Edge | null): boolean {
  return edge !== null && edge.drawError !== null && edge.distance < edge.drawError;
}
