import type { Dataset } from "../data/dataset.js";
import { countAlike } from "../../ratings/countAlike.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";

/** Pairs of councils of which neither is at least as high on every statement. */
export interface Dominance extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  readonly pairs: number;
  /** Pairs in which each council is higher on some statement. */
  readonly unordered: number;
  /** Their share; null with fewer than two councils. */
  readonly share: number | null;
}

/**
 * How many pairs of councils no weighting could agree on: each is higher on at least one of the
 * nine statements. The others are ordered on all nine at once, identical profiles included.
 */
export function dominance(dataset: Dataset, options: AnalysisOptions = {}): Dominance {
  const { scheme, set, assessments, n, leftOut } = select(dataset, "scores", options);
  // Councils with the same profile are ordered, and meet every other profile alike.
  const distinct = countAlike(assessments.map((a) => a.scores.map(Number)));
  let unordered = 0;
  distinct.forEach((one, i) => {
    for (const other of distinct.slice(0, i)) {
      const higher = one.scores.some((score, j) => score > other.scores[j]);
      const lower = one.scores.some((score, j) => score < other.scores[j]);
      if (higher && lower) unordered += one.n * other.n;
    }
  });
  const pairs = (n * (n - 1)) / 2;
  return {
    scheme,
    set,
    n,
    leftOut,
    pairs,
    unordered,
    share: pairs === 0 ? null : unordered / pairs,
  };
}
