import { ratingsOf } from "../../ratings/scheme.js";
import type { Rating, Scheme } from "../../ratings/scheme.js";

/** How many items carry each word of a scheme; an item without a word counts nowhere. */
export function countByRating<T>(
  scheme: Scheme,
  items: readonly T[],
  ratingOf: (item: T) => Rating | null,
): Record<Rating, number> {
  const counts = Object.fromEntries(ratingsOf(scheme).map((rating) => [rating, 0]));
  for (const item of items) {
    const rating = ratingOf(item);
    if (rating !== null) counts[rating]++;
  }
  return counts;
}
