/** Values beyond which the table of {@link drawnSum} would take too much memory and time. */
const largestTable = 4_000_000;

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** A distribution on the whole numbers `first`, `first + step`, `first + 2 step`, … */
export interface Lattice {
  readonly first: number;
  readonly step: number;
  readonly probabilities: Float64Array;
}

/**
 * The exact distribution of the sum of m of the given whole numbers, drawn without replacement,
 * every subset being equally likely: the permutation distribution of a rank sum when the numbers
 * are ranks, ties included. By dynamic programming over the numbers. `null` where the table would
 * be too large; a RangeError for numbers that are not whole or an m that cannot be drawn.
 *
 * Source: the shift algorithm of Streitberg and Röhmel, Statistical Software Newsletter 12 (1986).
 */
export function drawnSum(values: readonly number[], m: number): Lattice | null {
  const n = values.length;
  if (!values.every(Number.isSafeInteger)) throw new RangeError("expected whole numbers");
  if (!Number.isInteger(m) || m < 0 || m > n)
    throw new RangeError(`expected a number to draw from 0 to ${n}: ${m}`);
  const sorted = [...values].sort((a, b) => a - b);
  const lowest = sorted[0] ?? 0;
  const step = sorted.reduce((gcd, value) => greatestCommonDivisor(gcd, value - lowest), 0) || 1;
  const shifted = sorted.map((value) => (value - lowest) / step);
  // upTo[i]: the sum of the i smallest, so that windows of reachable sums follow.
  let total = 0;
  const upTo = [0, ...shifted.map((value) => (total += value))];
  const width = upTo[n] - upTo[n - m] + 1;
  if ((m + 1) * width > largestTable) return null;

  // chance[c][s]: of the numbers seen so far, c are drawn and add up to s.
  const chance = Array.from({ length: m + 1 }, () => new Float64Array(width));
  chance[0][0] = 1;
  for (let seen = 0; seen < n; seen++) {
    const value = shifted[seen];
    for (let c = Math.min(seen, m); c >= Math.max(0, m - (n - seen)); c--) {
      const draw = (m - c) / (n - seen);
      const from = chance[c];
      const to = chance[c + 1];
      const last = upTo[seen] - upTo[seen - c];
      for (let s = upTo[c]; s <= last; s++) {
        const mass = from[s];
        if (mass === 0) continue;
        if (draw > 0) to[s + value] += mass * draw;
        from[s] = mass * (1 - draw);
      }
    }
  }
  const [first, last] = [upTo[m], width - 1];
  return {
    first: first * step + m * lowest,
    step,
    probabilities: chance[m].slice(first, last + 1),
  };
}

/** The probability that a lattice variable lies at least as far from `centre` as `observed`. */
export function twoSidedP(
  { first, step, probabilities }: Lattice,
  observed: number,
  centre: number,
): number {
  const distance = Math.abs(observed - centre) - 1e-9;
  let p = 0;
  probabilities.forEach((mass, i) => {
    if (Math.abs(first + i * step - centre) >= distance) p += mass;
  });
  return Math.min(1, p);
}
