import type { Distribution } from "../analysis/distribution.js";
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
} from "./wording.js";

/** How many councils have a total that is good or better. */
export function goodOrOutstanding(result: Distribution): Finding {
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
        : `That is ${percent(share)}${set === "complete" ? "" : ` of ${reportsOf(set)}`} (${interval(clopperPearson)}).`,
    tile: { number: `${good} of ${n}`, words: `${councilsOf(n)} rated ${names}` },
    note: exactIntervals,
  };
}
