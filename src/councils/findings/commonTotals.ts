import { bandsOf } from "../../ratings/scheme.js";
import { mostCommonSums } from "../analysis/distribution.js";
import type { Distribution } from "../analysis/distribution.js";
import { count, number } from "../../engine/report/format.js";
import { nothing, type Finding } from "./finding.js";

/** The totals that most councils have, and how far totals run. */
export function commonTotals(result: Distribution): Finding {
  const { scheme, n, sumCounts } = result;
  const { sums, councils } = mostCommonSums(result);
  if (n === 0) return nothing("No total is known in these data", "where totals lie");
  if (councils === 1)
    return {
      headline:
        n === 1
          ? "One council has a known total"
          : `No two of ${number(n)} councils have the same total`,
      detail: "That is too little to describe how totals are spread.",
    };
  const [total] = sums;
  const lowest = bandsOf(scheme)?.find(({ from }) => from === total);
  const place = lowest ? `, the lowest that is ${lowest.rating}` : "";
  const all = Object.keys(sumCounts);
  const range = all.length === 1 ? "" : ` Totals run from ${all[0]} to ${all.at(-1)}.`;
  return {
    headline:
      sums.length === 1
        ? `The most common total is ${total}${place}`
        : sums.length === 2
          ? `The most common totals are ${sums.join(" and ")}`
          : `${sums.length} totals are equally common`,
    detail:
      `${councils} of ${count(n, "council")} have ${sums.length === 1 ? "it" : "each"}.${range} ` +
      "Counts alone do not say why councils gather at a total. There are ordinary reasons: CQC " +
      "calibrates its scores, and councils check facts before publication.",
    ...(sums.length === 1 && {
      tile: { number: `${councils} of ${n}`, words: `councils with a total of ${total}` },
    }),
  };
}
