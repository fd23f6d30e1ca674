import { ratings } from "../framework.js";
import type { Rating } from "../framework.js";

/** How many items carry each word; an item without a word counts nowhere. */
export function countByRating<T>(
  items: readonly T[],
  ratingOf: (item: T) => Rating | null,
): Record<Rating, number> {
  const counts = Object.fromEntries(ratings.map((rating) => [rating, 0])) as Record<Rating, number>;
  for (const item of items) {
    const rating = ratingOf(item);
    if (rating !== null) counts[rating]++;
  }
  return counts;
}
