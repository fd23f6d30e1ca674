import { list, number, percent } from "../../engine/report/format.js";
import type { Pairs } from "../analysis/pairs.js";
import { shortName } from "../../ratings/shortName.js";
import { nothing, type Finding } from "./finding.js";
import { exactIntervals, interval } from "./wording.js";

/** On which statement councils rated good most often fall short of it, with the exact interval. */
export function needs({ scheme, shareGoodBelow3 }: Pairs): Finding {
  const { good } = scheme;
  const most = Math.max(...shareGoodBelow3.map(({ k }) => k));
  const lowest = shareGoodBelow3.filter(({ k }) => k === most);
  const [{ n, share, clopperPearson }] = lowest;
  if (share === null || clopperPearson === null)
    return nothing(`No council here is rated ${good}`, "what that rating hides");
  if (most === 0)
    return {
      headline: `No ${good} council falls short on any statement`,
      detail: `That holds for ${number(n)} of ${number(n)} so rated.`,
    };
  const names = lowest.map(({ statement }) => shortName(scheme, statement));
  const where = names.length === 1 ? names[0].toLowerCase() : "each of several statements";
  const of = `${most} of ${number(n)}`;
  const others = shareGoodBelow3.filter(({ k }) => k < most).map(({ k }) => k);
  const [least, next] = [Math.min(...others), Math.max(...others)];
  const beside =
    others.length === 0
      ? ""
      : ` On each of the others it is ${least === next ? least : `from ${least === 0 ? "none" : least} to ${next}`} of them.`;
  return {
    headline: `${of} ${good} councils fall short on ${where}`,
    detail:
      `They score below good on ${list(names)}: ${percent(share)} (${interval(clopperPearson)})` +
      `${clopperPearson[0] > 0.5 ? ", a majority" : ""}.${beside}`,
    tile: { number: of, words: `${good} councils below good on ${where}` },
    note: exactIntervals,
  };
}
