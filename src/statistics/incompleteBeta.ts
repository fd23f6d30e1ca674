import { logBeta } from "./logGamma.js";

/** Lentz's evaluation of the continued fraction of Abramowitz and Stegun, 26.5.8. */
function continuedFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  const step = (numerator: number) => {
    d = 1 / away(1 + numerator * d);
    c = away(1 + numerator / c);
    fraction *= c * d;
    return Math.abs(c * d - 1);
  };
  // The number of terms needed grows as the square root of the larger parameter.
  for (let m = 1; m <= 100_000; m++) {
    step((m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)));
    const change = step((-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)));
    if (change < 1e-16) return fraction;
  }
  throw new Error(`the incomplete beta function did not converge: ${x}, ${a}, ${b}`);
}

function check(x: number, a: number, b: number): void {
  if (!(x >= 0 && x <= 1)) throw new RangeError(`expected a number from 0 to 1: ${x}`);
  if (!(a > 0 && b > 0 && Number.isFinite(a + b)))
    throw new RangeError(`expected two finite parameters above 0: ${a}, ${b}`);
}

/**
 * The regularised incomplete beta function I_x(a, b): the probability that a Beta(a, b) variable
 * is at most x. Throws a RangeError for x outside [0, 1] or parameters not above 0.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  check(x, a, b);
  if (x === 0 || x === 1) return x;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b));
  return x < (a + 1) / (a + b + 2)
    ? (front * continuedFraction(x, a, b)) / a
    : 1 - (front * continuedFraction(1 - x, b, a)) / b;
}

/**
 * The x at which I_x(a, b) = p: the quantile of a Beta(a, b) variable, by bisection down to
 * neighbouring doubles. Throws a RangeError as {@link incompleteBeta} does.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  check(p, a, b);
  if (p === 0 || p === 1) return p;
  let low = 0;
  let high = 1;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (incompleteBeta(middle, a, b) < p) low = middle;
    else high = middle;
  }
}
