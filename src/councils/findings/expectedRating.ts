import { count, list, number, percent } from "../../engine/report/format.js";
import type { RangeRatings } from "../../ratings/rangeRatings.js";
import { ratingOfSum, totalsOf, type Scheme } from "../../ratings/scheme.js";
import type { Finding } from "./finding.js";
import { sentences } from "./wording.js";

/**
 * Which ratings a council's own scores, and the ranges in which it is unsure, come to. `throughout` is
 * the score that all have, where they have one.
 */
export function expectedRating(
  scheme: Scheme,
  { totals, ways, ratings }: RangeRatings,
  throughout: number | null = null,
): Finding {
  const [low, high] = totals;
  const { max } = totalsOf(scheme);
  const possible = ratings.filter((one) => one.ways > 0);
  const total = low === high ? String(low) : `${low} to ${high}`;
  const only = possible.length === 1;
  return {
    headline: only
      ? throughout === null
        ? `These scores add up to ${total} of ${max}: ${possible[0].rating}`
        : `Scores of ${throughout} throughout add up to ${total}: ${possible[0].rating}`
      : `These ranges allow ${count(possible.length, "rating")}`,
    detail: sentences(
      only ? "" : `Totals run from ${total} of ${max}.`,
      only
        ? ""
        : `Of ${number(ways)} ways to choose scores from them, ${list(possible.map(({ rating, share }) => `${percent(share)} give ${rating}`))}.`,
      only
        ? "This is arithmetic on scores, and no forecast of what CQC will find."
        : "This counts ways, and is no forecast of what CQC will find.",
    ),
    tile: {
      number: total,
      words: `of ${max}: ${low === high ? ratingOfSum(scheme, low) : "the total that the ranges allow"}`,
    },
  };
}
