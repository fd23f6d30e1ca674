import { nothing, type Finding } from "../../councils/findings/finding.js";
import { number, percent } from "../../engine/report/format.js";
import type { BehindRating } from "../analysis/behindRating.js";

/** How well the rating orders services, and how little of their patterns it keeps. */
export function keptByRating({ n, pairs, kept }: BehindRating): Finding {
  if (kept === null || pairs.n === 0)
    return nothing("Services with two ratings are not known here", "how ratings order services");
  const share = pairs.reversed / pairs.n;
  // Millions are no number to read.
  const [reversed, all] =
    pairs.n < 1_000_000
      ? [pairs.reversed === 0 ? "none" : number(pairs.reversed), `${number(pairs.n)} pairs`]
      : [percent(share, 1), "all pairs"];
  return {
    headline: `A service with the lower rating ${pairs.reversed === 0 ? "never" : share < 0.01 ? "hardly ever" : "seldom"} has the higher total`,
    detail: `It has in ${reversed} of ${all} with different ratings. So the rating orders services well. Of the information in the pattern of five parts it keeps ${percent(kept)}.`,
    note: `Information: the entropy of the rating over the entropy of the pattern of rating and parts, n ${number(n)}, not corrected for bias. A total counts Inadequate as 1 and Outstanding as 4.`,
  };
}
