import { list, number, percent, percentInterval } from "../../engine/report/format.js";
import type { Pairs } from "../analysis/pairs.js";
import { shortName } from "./shortName.js";
import type { Finding } from "./finding.js";

/** On which statement councils rated good most often fall short of it, with the exact interval. */
export function needs({ scheme, shareGoodBelow3 }: Pairs): Finding {
  const { good } = scheme;
  const most = Math.max(...shareGoodBelow3.map(({ k }) => k));
  const lowest = shareGoodBelow3.filter(({ k }) => k === most);
  const [{ n, share, clopperPearson: interval }] = lowest;
  if (share === null || interval === null)
    return { headline: `No council here is rated ${good}`, detail: `No council is rated ${good}.` };
  if (most === 0)
    return {
      headline: `No ${good} council falls short on any statement`,
      detail: `None of the ${n} councils rated ${good} scores 1 or 2 on any statement.`,
    };
  const names = lowest.map(({ statement }) => shortName(scheme, statement));
  const where = names.length === 1 ? names[0].toLowerCase() : "each of several statements";
  const of = `${most} of ${number(n)}`;
  return {
    headline: `${of} ${good} councils fall short on ${where}`,
    detail:
      `${of} councils rated ${good} score 1 or 2 on ${list(names)}: ${percent(share)} ` +
      `(95% interval ${percentInterval(interval)}).`,
    tile: { number: of, words: `${good} councils short on ${where}` },
  };
}
