import { bandsOf } from "../../ratings/scheme.js";
import type { Spread } from "../analysis/spread.js";
import { count, list } from "../../engine/report/format.js";
import { nothing, type Finding } from "./finding.js";

/** How far apart totals with one and the same rating lie. */
export function totalsApart({ scheme, n, widest }: Spread): Finding {
  if (widest === null)
    return nothing("No total with a rating is known in these data", "how unlike such councils are");
  const { rating, lowest, highest } = widest;
  const rule = list(
    (bandsOf(scheme) ?? []).map((band) => `${band.from} to ${band.to} is ${band.rating}`),
  );
  const note = rule === "" ? {} : { note: `A total decides the rating: ${rule}.` };
  if (lowest === highest)
    return {
      headline: "No two totals with the same rating differ",
      detail: `That holds for ${count(n, "council")} with a known total and rating.`,
      ...note,
    };
  return {
    headline: `Totals from ${lowest} to ${highest} are all rated ${rating}`,
    detail: `They lie ${count(highest - lowest, "point")} apart. A rating covers a range of totals, and every total many sets of scores.`,
    ...note,
  };
}
