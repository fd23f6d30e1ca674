import { clopperPearson, jeffreys } from "../../statistics/binomial.js";

/** How often something was seen, with two intervals for a hypothetical repeat of the process. */
export interface Rate {
  readonly count: number;
  readonly n: number;
  /** `null` where there is nobody to count among, as are the intervals. */
  readonly share: number | null;
  /** 95%, exact. */
  readonly clopperPearson: readonly [number, number] | null;
  /** 95%, which covers about as often as it says, on average. */
  readonly jeffreys: readonly [number, number] | null;
}

/** Throws a RangeError for a count above n. */
export function rate(count: number, n: number): Rate {
  if (n === 0 && count === 0)
    return { count, n, share: null, clopperPearson: null, jeffreys: null };
  return {
    count,
    n,
    share: count / n,
    clopperPearson: clopperPearson(count, n),
    jeffreys: jeffreys(count, n),
  };
}
