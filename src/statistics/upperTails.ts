import { logGamma } from "./logGamma.js";

/**
 * Q(a, x), the chance that a gamma variable of shape a is above x: from 1 less its series for a
 * small x, where it is large, and else by its continued fraction (Lentz), which keeps all digits
 * however small it is.
 */
function upperGamma(a: number, x: number): number {
  if (x === 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let k = 1; term > 1e-17 * sum; k++) sum += term *= x / (a + k);
    return 1 - front * sum;
  }
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; ; k++) {
    const numerator = k * (a - k);
    b += 2;
    d = 1 / (b + numerator * d);
    c = b + numerator / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) return front * fraction;
  }
}

/**
 * The chance that a standard normal variable is above z, to about 1e-12 of its own size down to
 * the smallest numbers: 1 less the chance below it would be 0 from z = 8.3.
 *
 * Source: Abramowitz and Stegun, 26.4.19 and 6.5.31.
 */
export function normalUpperTail(z: number): number {
  const half = upperGamma(0.5, (z * z) / 2) / 2;
  return z < 0 ? 1 - half : half;
}

/** The chance that a chi-square variable of so many degrees of freedom is above x, from 0; as exact. */
export function chiSquareUpperTail(x: number, degrees: number): number {
  return upperGamma(degrees / 2, Math.max(0, x) / 2);
}
