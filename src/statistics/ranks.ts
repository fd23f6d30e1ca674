/** How often each distinct value occurs, from the smallest value to the largest. */
export function tieSizes(values: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b).map(([, count]) => count);
}

/**
 * Twice the midrank of each value, in the order given: whole numbers, since tied values share the
 * mean of their ranks. Throws a RangeError for a value that is not finite.
 */
export function doubledMidranks(values: readonly number[]): number[] {
  const wrong = values.find((value) => !Number.isFinite(value));
  if (wrong !== undefined) throw new RangeError(`expected finite numbers: ${wrong}`);
  const sorted = [...values].sort((a, b) => a - b);
  const rank = new Map<number, number>();
  for (let start = 0; start < sorted.length;) {
    let end = start;
    while (end < sorted.length && sorted[end] === sorted[start]) end++;
    rank.set(sorted[start], start + 1 + end);
    start = end;
  }
  return values.map((value) => rank.get(value)!);
}
