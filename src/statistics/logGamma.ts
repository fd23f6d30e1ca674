/** Coefficients of Stirling's series: B(2k) / (2k (2k - 1)) for k = 1, 2, … */
const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];

/** From here on the first omitted term of the series is below the precision of a double. */
const large = 12;

/**
 * The logarithm of the gamma function at x > 0, to about 1e-14: Stirling's series
 * (Abramowitz and Stegun, 6.1.40), reached from a small x by the recurrence Γ(x + 1) = x Γ(x).
 * Throws a RangeError unless x is finite and above 0.
 */
export function logGamma(x: number): number {
  if (!(x > 0 && Number.isFinite(x)))
    throw new RangeError(`expected a finite number above 0: ${x}`);
  let product = 1;
  let y = x;
  for (; y < large; y++) product *= y;
  const series = stirling.reduceRight((sum, term) => sum / (y * y) + term, 0) / y;
  return (y - 0.5) * Math.log(y) - y + Math.log(2 * Math.PI) / 2 + series - Math.log(product);
}

/** The logarithm of the beta function B(a, b), for a and b above 0. */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** The logarithm of the number of ways to choose k of n. */
export function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
