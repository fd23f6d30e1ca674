import type { Distribution } from "../analysis/distribution.js";
import type { Words } from "../analysis/words.js";
import { count, percent } from "../../engine/report/format.js";
import { nothing, type Finding } from "./finding.js";
import {
  are,
  councilsOf,
  exactIntervals,
  fewestPointedAt,
  goodOrBetter,
  interval,
  reportsOf,
  sentences,
} from "./wording.js";

/** What the others' ratings leave open of all councils: the fewest and the most that can be so rated. */
function boundsOf({ n, unknown, goodOrBetter: { low, high } }: Words): string {
  const councils = n + unknown;
  const [fewest, most] = [low, high].map((share) => Math.round(share * councils));
  return fewest === most ? "" : `Of all ${councils} councils it may be from ${fewest} to ${most}.`;
}

/**
 * How many councils have a total that is good or better. `all`, the ratings that are known, bounds it
 * for every council.
 */
export function goodOrOutstanding(result: Distribution, all?: Words): Finding {
  const { scheme, set, n } = result;
  const { count: good, share, clopperPearson } = result.goodOrBetter;
  if (share === null || clopperPearson === null)
    return nothing("No total is known in these data", "how councils are rated");
  const names = goodOrBetter(scheme);
  return {
    headline: `${good} of ${count(n, "council")} ${are(n === 1 ? n : good)} rated ${names}`,
    detail:
      n < fewestPointedAt
        ? "So few make no share worth quoting."
        : sentences(
            `That is ${percent(share)}${set === "complete" ? "" : ` of ${reportsOf(set)}`} (${interval(clopperPearson)}).`,
            all === undefined ? "" : boundsOf(all),
          ),
    tile: { number: `${good} of ${n}`, words: `${councilsOf(n)} rated ${names}` },
    note: exactIntervals,
  };
}
