import type { Pairs } from "../analysis/pairs.js";
import { count, list, percent } from "../../engine/report/format.js";
import { nothing, type Finding } from "./finding.js";
import { are, belowGood, interval } from "./wording.js";
import { shortName } from "../../ratings/shortName.js";

/** On which statement most councils rated below good reach a good score. */
export function mix({ scheme, shareRIAtLeast3 }: Pairs): Finding {
  const rating = belowGood(scheme);
  const best = shareRIAtLeast3.reduce((a, b) => (b.k > a.k ? b : a));
  const { k, n, share, clopperPearson } = best;
  if (share === null || clopperPearson === null)
    return nothing(`No council here is rated ${rating}`, "what that rating hides");
  const nameOf = ({ statement }: typeof best) => shortName(scheme, statement).toLowerCase();
  const on = nameOf(best);
  const asMany = shareRIAtLeast3.filter((one) => one.k === k && one !== best).map(nameOf);
  const beside =
    asMany.length === 0
      ? "On any other statement it is fewer."
      : `As many reach a good score on ${list(asMany)}.`;
  return {
    headline: `${k} of ${count(n, "council")} rated ${rating} ${are(n === 1 ? n : k)} good on ${on}`,
    detail:
      k === 0
        ? "Nor is any good on another statement."
        : `That is ${percent(share)} (${interval(clopperPearson)}). ${beside}`,
    tile: { number: `${k} of ${n}`, words: `rated ${rating}, but good on ${on}` },
  };
}
