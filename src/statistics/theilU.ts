import { logChoose } from "./logGamma.js";

/** Labels, as whole numbers or words. */
type Labels = readonly (number | string)[];

function countsOf(labels: Labels): Map<number | string, number> {
  const counts = new Map<number | string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

/** Entropy of labels drawn at random from those given, in nats. */
function entropy(counts: Iterable<number>, n: number): number {
  let sum = 0;
  for (const count of counts) sum -= (count / n) * Math.log(count / n);
  return sum;
}

/** Of what two labellings of the same units know of each other. */
export interface TheilU {
  /** The share of the uncertainty in `x` that knowing `given` removes, 0 to 1. */
  readonly u: number;
  /** Its exact mean over all ways to permute `given`: what chance alone gives. */
  readonly nullMean: number;
}

/**
 * Theil's uncertainty coefficient U(x | given) = (H(x) - H(x | given)) / H(x), not corrected for
 * bias, and its mean under permutation. Both lists have one label per unit. Null where `x` does not
 * vary: it holds no uncertainty to remove.
 *
 * Source: Theil, Economics and Information Theory (1967); the mean of the mutual information under
 * permutation, by the hypergeometric law of each cell: Vinh, Epps and Bailey, Journal of Machine
 * Learning Research 11 (2010).
 */
export function theilU(x: Labels, given: Labels): TheilU | null {
  const n = x.length;
  const xCounts = countsOf(x);
  if (xCounts.size < 2) return null;
  const givenCounts = countsOf(given);
  const cells = new Map<string, number>();
  x.forEach((label, i) => {
    const cell = `${label}|${given[i]}`;
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  });
  const whole = entropy(xCounts.values(), n);
  const information = whole + entropy(givenCounts.values(), n) - entropy(cells.values(), n);
  let expected = 0;
  for (const a of xCounts.values())
    for (const b of givenCounts.values())
      for (let k = Math.max(1, a + b - n); k <= Math.min(a, b); k++) {
        const chance = Math.exp(logChoose(a, k) + logChoose(n - a, b - k) - logChoose(n, b));
        expected += ((chance * k) / n) * Math.log((n * k) / (a * b));
      }
  // Rounding can leave an information of 0 just below it.
  return { u: Math.max(0, information) / whole, nullMean: expected / whole };
}
