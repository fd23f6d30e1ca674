import { clopperPearsonUpper } from "../../statistics/binomial.js";
import { frandsen } from "../../statistics/frandsen.js";

/** What a claim's test says under a rule fixed in advance. */
export type Verdict = "supported" | "not supported" | "undecidable";

/** Sums as first published, where a review has changed them since: Swindon. */
const firstPublishedSums: Readonly<Record<string, number>> = Object.freeze({ E06000030: 22 });

/**
 * The rule by which the claim that sums heap at 23 is decided, as it was frozen in
 * `data/preregistration/c3.json` (a test holds the two together).
 */
export const heapingRule = Object.freeze({
  /** The lowest sum that is rated Good. */
  at: 23,
  /** The bound on curvature of Frandsen's test. */
  k: 0.07,
  /** Other bounds at which p is read beside it. */
  curve: Object.freeze([0, 0.05, 0.07, 0.1, 0.2]),
  /** The share of sums outside the complete set that must be known. */
  shareOfSumsKnown: 0.95,
  /** Councils in the three cells below which nothing is decided. */
  smallestN: 25,
  supportedIfPAtMost: 0.05,
  /** The middle cell's share if half of those who would have had 22 had moved to 23. */
  notSupportedIfUpperLimitBelow: 0.506,
  firstPublishedSums,
});

/** How many councils have a sum just below the threshold, at it, and just above it. */
export interface ThreeCells {
  readonly n22: number;
  readonly n23: number;
  readonly n24: number;
}

export interface HeapingDecision extends ThreeCells {
  /** Frandsen's p at the frozen k. */
  readonly p: number;
  /** The one-sided 95% upper limit of the share at 23. */
  readonly upperLimit: number;
  readonly verdict: Verdict;
}

/** The frozen rule, applied to three counts. */
export function decideHeaping({ n22, n23, n24 }: ThreeCells): HeapingDecision {
  const n = n22 + n23 + n24;
  const p = frandsen(n22, n23, n24, heapingRule.k);
  const upperLimit = clopperPearsonUpper(n23, n);
  const verdict =
    n < heapingRule.smallestN
      ? "undecidable"
      : p <= heapingRule.supportedIfPAtMost
        ? "supported"
        : upperLimit < heapingRule.notSupportedIfUpperLimitBelow
          ? "not supported"
          : "undecidable";
  return { n22, n23, n24, p, upperLimit, verdict };
}
