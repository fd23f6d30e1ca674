import { nothing, type Finding } from "../../councils/findings/finding.js";
import { number } from "../../engine/report/format.js";
import { goodRank, ratingsOf, type Scheme } from "../../ratings/scheme.js";
import type { BehindRating } from "../analysis/behindRating.js";

/** How much is good behind the rating just below good, and how near the next rating is. */
export function behindLow(scheme: Scheme, { ratings }: Pick<BehindRating, "ratings">): Finding {
  const rank = goodRank(scheme) - 1;
  const weak = ratingsOf(scheme)[rank];
  const { n, meanGoodParts, stepsUp } = ratings[rank];
  if (n === 0 || meanGoodParts === null)
    return nothing(`No service here is rated ${weak}`, "what is good in such a service");
  const one = stepsUp.find(({ steps }) => steps === 1)?.n ?? 0;
  return {
    headline: `On average ${number(meanGoodParts, 1)} of ${scheme.parts.length} parts are good in ${weak} services`,
    detail: `Under the rule, ${number(one)} of these ${number(n)} services would be rated ${scheme.good} if one part went up by one level.`,
    tile: {
      number: `${number(meanGoodParts, 1)} of ${scheme.parts.length}`,
      words: `parts good in ${weak} services`,
    },
  };
}
