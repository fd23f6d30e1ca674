import { bandsOf, totalsOf } from "./scheme.js";
import type { Rating, Scheme } from "./scheme.js";

/** The lowest and the highest score that a part may get. */
export type ScoreRange = readonly [low: number, high: number];

/** Every rating that ranges of scores allow, each way of choosing scores counted once. */
export interface RangeRatings {
  /** The least and the greatest total that the ranges allow. */
  readonly totals: readonly [number, number];
  /** In how many ways scores can be chosen from the ranges. */
  readonly ways: number;
  /** From the lowest rating: the ways that give it, and their share of all, 0 to 1. */
  readonly ratings: readonly {
    readonly rating: Rating;
    readonly ways: number;
    readonly share: number;
  }[];
}

/**
 * Which ratings ranges of scores allow, each choice counted once: arithmetic, and no chance. Null
 * under a scheme where no total decides the rating.
 */
export function rangeRatings(scheme: Scheme, ranges: readonly ScoreRange[]): RangeRatings | null {
  const bands = bandsOf(scheme);
  if (bands === null) return null;
  const most = scheme.levels.length;
  if (ranges.length !== scheme.parts.length)
    throw new RangeError(`expected ${scheme.parts.length} ranges: ${ranges.length}`);
  for (const [low, high] of ranges)
    if (![low, high].every(Number.isInteger) || low < 1 || high > most || low > high)
      throw new RangeError(`expected a range of whole scores from 1 to ${most}: ${low} to ${high}`);
  // How many ways lead to each total, part after part.
  let byTotal = new Map([[0, 1]]);
  for (const [low, high] of ranges) {
    const next = new Map<number, number>();
    for (const [total, ways] of byTotal)
      for (let score = low; score <= high; score += 1)
        next.set(total + score, (next.get(total + score) ?? 0) + ways);
    byTotal = next;
  }
  const ways = [...byTotal.values()].reduce((sum, one) => sum + one, 0);
  const { min, max } = totalsOf(scheme);
  const totals = [...byTotal.keys()];
  return {
    totals: [Math.max(min, Math.min(...totals)), Math.min(max, Math.max(...totals))],
    ways,
    ratings: bands.map(({ rating, from, to }) => {
      const own = [...byTotal]
        .filter(([total]) => total >= from && total <= to)
        .reduce((sum, [, one]) => sum + one, 0);
      return { rating, ways: own, share: own / ways };
    }),
  };
}
