/** Rows of which some are alike. */
export interface LikeRows {
  /** Those that differ, in the order in which they are first met. */
  readonly patterns: readonly (readonly number[])[];
  /** How often each pattern is there. */
  readonly times: readonly number[];
  /** Of every row, the place of its pattern. */
  readonly places: readonly number[];
}

/** Puts rows of whole numbers together that are alike: they share a likelihood. */
export function likeRows(rows: readonly (readonly number[])[]): LikeRows {
  const placeOf = new Map<string, number>();
  const patterns: (readonly number[])[] = [];
  const times: number[] = [];
  const places = rows.map((row) => {
    const key = row.join();
    const place = placeOf.get(key) ?? patterns.push(row) - 1;
    placeOf.set(key, place);
    times[place] = (times[place] ?? 0) + 1;
    return place;
  });
  return { patterns, times, places };
}
