import type { Spread } from "../analysis/spread.js";
import { count } from "../../engine/report/format.js";
import { nothing, type Finding } from "./finding.js";

/** How far apart totals with one and the same rating lie. */
export function totalsApart({ n, widest }: Spread): Finding {
  if (widest === null)
    return nothing("No total with a rating is known in these data", "how unlike such councils are");
  const { rating, lowest, highest } = widest;
  if (lowest === highest)
    return {
      headline: "No two totals with the same rating differ",
      detail: `That holds for ${count(n, "council")} with a known total and rating.`,
    };
  return {
    headline: `Totals from ${lowest} to ${highest} are all rated ${rating}`,
    detail: `They lie ${count(highest - lowest, "point")} apart. A rating covers a range of totals, and every total many sets of scores.`,
  };
}
