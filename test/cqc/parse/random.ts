/** Whole numbers below n, from a seed. */
export type Random = (n: number) => number;

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

/** One of several. */
export const pick = <T>(items: readonly T[], random: Random): T => items[random(items.length)];
/** A list with another item at a place. */
export const set = <T>(items: readonly T[], at: number, value: T): T[] =>
  items.map((item, i) => (i === at ? value : item));
