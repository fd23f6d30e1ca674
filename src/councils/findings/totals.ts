import { bandsOf, goodRank } from "../../ratings/scheme.js";
import { count } from "../../engine/report/format.js";
import type { Distribution } from "../analysis/distribution.js";
import { nothing, type Finding } from "./finding.js";
import { councilsOf, fewestPointedAt } from "./wording.js";

/** How many councils have the lowest total that is good; null where totals decide no rating. */
export function atLowestGood({ scheme, sumCounts }: Pick<Distribution, "scheme" | "sumCounts">): {
  readonly total: number;
  readonly councils: number;
} | null {
  const total = bandsOf(scheme)?.[goodRank(scheme)]?.from;
  return total === undefined ? null : { total, councils: sumCounts[total] ?? 0 };
}

/** What the totals of councils say: how many have the lowest that is good, or reach it. */
export function totals(result: Distribution): Finding {
  const { scheme, n, goodOrBetter } = result;
  const { good } = scheme;
  if (n === 0) return nothing("No council here has a known total", "where totals lie");
  const reach = `${goodOrBetter.count} of ${count(n, "council")}`;
  const edge = atLowestGood(result);
  const has = (k: number) => (k === 1 || n === 1 ? "has" : "have");
  // Of few councils at the line a title would point at single ones.
  if (edge === null || edge.councils < fewestPointedAt)
    return {
      headline: `${reach} ${has(goodOrBetter.count)} a total that is ${good} or better`,
      detail: `The totals of ${reach} are ${good} or better.`,
      tile: {
        number: `${goodOrBetter.count} of ${n}`,
        words: `${councilsOf(n)} ${good} or better`,
      },
    };
  const { total, councils } = edge;
  return {
    headline: `${councils} of ${count(n, "council")} ${has(councils)} the lowest total that is ${good}`,
    detail:
      `${count(councils, "council")} ${has(councils)} a total of ${total}, the lowest that is ${good}. ` +
      `The totals of ${reach} are ${good} or better.`,
    tile: {
      number: `${councils} of ${n}`,
      words: `${councilsOf(n)} at the lowest total that is ${good}`,
    },
  };
}
