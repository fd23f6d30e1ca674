import { bandsOf } from "../../ratings/scheme.js";
import type { Rating, Scheme } from "../../ratings/scheme.js";

/** The rating that a total gives; null under a scheme where no total decides it. */
export function ratingAt(scheme: Scheme, total: number): Rating | null {
  const band = bandsOf(scheme)?.find(({ from, to }) => total >= from && total <= to);
  return band?.rating ?? null;
}
