import type { Pairs } from "../analysis/pairs.js";
import { count, number, percent } from "../../engine/report/format.js";
import { nothing, type Finding } from "./finding.js";
import { belowGood, interval } from "./wording.js";

/** How often a council with a lower rating scores higher on a statement. */
export function lowerRatedHigher({ scheme, reversal }: Pairs): Finding {
  const { pairs, higher, estimate, interval: range, bootstrap } = reversal;
  const ratings = `${belowGood(scheme)} and ${scheme.good}`;
  if (estimate === null || pairs === 0)
    return nothing(
      `No two councils here are rated ${ratings}`,
      "which of such a pair scores higher",
    );
  return {
    headline: `In ${percent(estimate)} of pairs the council rated lower scores higher somewhere`,
    detail:
      `Pair each council rated ${belowGood(scheme)} with each rated ${scheme.good}. In ` +
      `${number(higher)} of ${count(pairs, "pair")} the first scores higher on at least one ` +
      `statement${range === null ? "" : ` (${interval(range)})`}.`,
    ...(bootstrap !== null && {
      note: `Pairs: councils were drawn again with replacement ${number(bootstrap.replicates)} times, and the interval takes percentiles.`,
    }),
  };
}
