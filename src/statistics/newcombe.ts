import jstat from "jstat";

/**
 * An interval for A = P(X > Y) + P(X = Y) / 2, estimated from m values of X and n of Y: the values
 * θ with |A - θ| <= z √V(θ), where
 *
 *     V(θ) = θ (1 - θ) [1 + (N - 1) ((1 - θ) / (2 - θ) + θ / (1 + θ))] / (m n),  N = (m + n) / 2
 *
 * It stays within 0 and 1 and has width even where A is 0 or 1. Throws a RangeError for an A or a
 * level outside 0 to 1, or groups that are empty.
 *
 * Source: Newcombe, Statistics in Medicine 25 (2006), 559-573, method 5.
 */
export function newcombe(a: number, m: number, n: number, level = 0.95): [number, number] {
  if (!(a >= 0 && a <= 1)) throw new RangeError(`A: expected a number from 0 to 1: ${a}`);
  if (!(m >= 1 && n >= 1)) throw new RangeError(`expected two groups: ${m} and ${n} values`);
  if (!(level > 0 && level < 1)) throw new RangeError(`level: expected 0 to 1: ${level}`);
  const z = jstat.normal.inv((1 + level) / 2, 0, 1);
  const excluded = (theta: number) => {
    const half = (m + n) / 2 - 1;
    const shape = 1 + half * ((1 - theta) / (2 - theta) + theta / (1 + theta));
    return (a - theta) ** 2 > (z * z * theta * (1 - theta) * shape) / (m * n);
  };
  /** The limit on the side of `far`, by bisection. */
  const limit = (far: 0 | 1) => {
    let [inside, outside]: [number, number] = [a, far];
    for (let i = 0; i < 60; i++) {
      const middle = (inside + outside) / 2;
      if (excluded(middle)) outside = middle;
      else inside = middle;
    }
    return inside;
  };
  return [a === 0 ? 0 : limit(0), a === 1 ? 1 : limit(1)];
}
