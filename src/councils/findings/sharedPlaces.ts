import type { TieRanges } from "../analysis/tieRanges.js";
import { count } from "../../engine/report/format.js";
import { nothing, type Finding } from "./finding.js";

/** How many councils share one total, and so one place in any list by totals. */
export function sharedPlaces({ ranges }: TieRanges): Finding {
  const [most] = [...ranges].sort((a, b) => b.n - a.n);
  if (most === undefined || most.n === 1)
    return nothing("No two councils here share a total", "shared places");
  return {
    headline: `${count(most.n, "council")} share the total of ${most.sum}`,
    detail: `With it they share all places from ${most.firstPlace} to ${most.lastPlace}, so a place in a list means little.`,
  };
}
