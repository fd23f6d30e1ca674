/**
 * Where labels go so that none lies within `gap` of another, each as near to its own value as the
 * order of values and the limit `most` allow; in the order given.
 */
export function spreadApart(values: readonly number[], gap: number, most: number): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a] - values[b]);
  const places = [...values];
  order.forEach((index, at) => {
    if (at > 0) places[index] = Math.max(places[index], places[order[at - 1]] + gap);
  });
  let limit = most;
  for (const index of [...order].reverse()) {
    places[index] = Math.min(places[index], limit);
    limit = places[index] - gap;
  }
  return places;
}
