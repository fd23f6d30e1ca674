import type { Pairs } from "../analysis/pairs.js";
import { count, percent } from "../../engine/report/format.js";
import { nothing, type Finding } from "./finding.js";
import { are, exactIntervals, interval } from "./wording.js";

/** How many councils rated Good are below good on the first statement: assessing needs. */
export function needsAmongGood({ scheme, shareGoodBelow3 }: Pairs): Finding {
  const [{ k, n, share, clopperPearson }, ...others] = shareGoodBelow3;
  if (share === null || clopperPearson === null)
    return nothing(`No council here is rated ${scheme.good}`, `what that rating hides`);
  const on = scheme.parts[0].short.toLowerCase();
  const [fewest, most] = [Math.min, Math.max].map((pick) => pick(...others.map((one) => one.k)));
  const beside = fewest === most ? String(fewest) : `${fewest} to ${most}`;
  return {
    headline: `${k} of ${count(n, "council")} rated ${scheme.good} ${are(n === 1 ? n : k)} below good on ${on}`,
    detail:
      `That is ${percent(share)} (${interval(clopperPearson)})` +
      `${clopperPearson[0] > 0.5 ? ", a majority" : ""}. On each of the other statements it is ${beside}.`,
    tile: { number: `${k} of ${n}`, words: `rated ${scheme.good}, but below good on ${on}` },
    note: exactIntervals,
  };
}
