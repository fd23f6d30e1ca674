import { logBeta, logChoose } from "./logGamma.js";

/**
 * The predictive distribution of the number of events among m further units, after y events among
 * n under Jeffreys' prior: C(m, k) B(k + a, m - k + b) / B(a, b), with a = y + 1/2 and
 * b = n - y + 1/2, for k = 0 to m. It assumes that the further units are like those seen. Throws a
 * RangeError for counts that are not whole numbers or y outside 0 to n.
 *
 * Source: Gelman and others, Bayesian Data Analysis (3rd edition, 2013), the beta-binomial
 * predictive distribution.
 */
export function betaBinomialPredictive(y: number, n: number, m: number): number[] {
  if (![y, n, m].every((count) => Number.isInteger(count) && count >= 0) || y > n)
    throw new RangeError(`expected whole numbers, y from 0 to n: y ${y}, n ${n}, m ${m}`);
  const a = y + 0.5;
  const b = n - y + 0.5;
  return Array.from({ length: m + 1 }, (_, k) =>
    Math.exp(logChoose(m, k) + logBeta(k + a, m - k + b) - logBeta(a, b)),
  );
}

/** The smallest and the largest count that leave at most (1 - level) / 2 beyond them. */
export function centralRange(probabilities: readonly number[], level = 0.95): [number, number] {
  const tail = (1 - level) / 2;
  let below = 0;
  let low = 0;
  while (low < probabilities.length - 1 && below + probabilities[low] <= tail)
    below += probabilities[low++];
  let above = 0;
  let high = probabilities.length - 1;
  while (high > low && above + probabilities[high] <= tail) above += probabilities[high--];
  return [low, high];
}
