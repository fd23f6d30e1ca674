import { betaQuantile, incompleteBeta } from "./incompleteBeta.js";

function check(k: number, n: number, p: number): void {
  if (!Number.isInteger(n) || n < 0)
    throw new RangeError(`trials: expected a whole number from 0: ${n}`);
  if (!Number.isInteger(k)) throw new RangeError(`events: expected a whole number: ${k}`);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`probability: expected 0 to 1: ${p}`);
}

/**
 * The probability of at least k events in n trials, each with probability p. Throws a RangeError
 * for counts that are not whole numbers or a p outside [0, 1].
 */
export function binomialUpperTail(k: number, n: number, p: number): number {
  check(k, n, p);
  if (k <= 0) return 1;
  return k > n ? 0 : incompleteBeta(p, k, n - k + 1);
}

function checkShare(k: number, n: number, level: number): void {
  check(k, n, level);
  if (k < 0 || k > n) throw new RangeError(`events: expected 0 to ${n}: ${k}`);
  if (level === 0 || level === 1)
    throw new RangeError(`level: expected a number between 0 and 1: ${level}`);
}

/**
 * The exact interval for a share, k events in n trials: the probabilities that neither tail of the
 * binomial rejects. It covers at least as often as its level says. Without trials it is [0, 1].
 * Throws a RangeError for k outside 0 to n or a level outside (0, 1).
 *
 * Source: Clopper and Pearson, Biometrika 26 (1934).
 */
export function clopperPearson(k: number, n: number, level = 0.95): [number, number] {
  checkShare(k, n, level);
  const tail = (1 - level) / 2;
  return [
    k === 0 ? 0 : betaQuantile(tail, k, n - k + 1),
    k === n ? 1 : betaQuantile(1 - tail, k + 1, n - k),
  ];
}

/**
 * The one-sided upper limit of a share: the largest probability under which k or fewer events in n
 * trials have a chance of at least 1 - level. Throws as {@link clopperPearson} does.
 */
export function clopperPearsonUpper(k: number, n: number, level = 0.95): number {
  checkShare(k, n, level);
  return k === n ? 1 : betaQuantile(level, k + 1, n - k);
}

/**
 * Jeffreys' interval for a share: equal tails of Beta(k + 1/2, n - k + 1/2), with the lower limit
 * 0 where there are no events and the upper limit 1 where there is nothing else. It covers about
 * as often as its level says, on average. Without trials it is [0, 1]. Throws as
 * {@link clopperPearson} does.
 *
 * Source: Brown, Cai and DasGupta, Statistical Science 16 (2001), section 4.1.2.
 */
export function jeffreys(k: number, n: number, level = 0.95): [number, number] {
  checkShare(k, n, level);
  const tail = (1 - level) / 2;
  return [
    k === 0 ? 0 : betaQuantile(tail, k + 0.5, n - k + 0.5),
    k === n ? 1 : betaQuantile(1 - tail, k + 0.5, n - k + 0.5),
  ];
}
