/**
 * The least and the greatest of the middle 95% of some draws: where a statistic lies in 95 of 100
 * of them, 2.5 left out at either end. Throws a RangeError without draws.
 */
export function middleOf(draws: ArrayLike<number>): [number, number] {
  if (draws.length === 0) throw new RangeError("expected at least one draw: 0");
  const sorted = Float64Array.from(draws).sort();
  const cut = Math.floor(0.025 * sorted.length);
  return [sorted[cut], sorted[sorted.length - 1 - cut]];
}
