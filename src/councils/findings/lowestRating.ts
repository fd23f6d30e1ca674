import { count } from "../../engine/report/format.js";
import type { Words } from "../analysis/words.js";
import { nothing, type Finding } from "./finding.js";
import { are } from "./wording.js";

/** How many councils have the lowest rating, of those whose rating is confirmed. */
export function lowestRating({ scheme, countsWithoutLow }: Words): Finding {
  const lowest = scheme.levels[0].name;
  const known = Object.values(countsWithoutLow).reduce((total, councils) => total + councils, 0);
  if (known === 0) return nothing("No rating is confirmed here", `how often it is ${lowest}`);
  const councils = countsWithoutLow[lowest] ?? 0;
  return {
    headline: `${councils} of ${count(known, "council")} with a confirmed rating ${are(known === 1 ? 1 : councils)} ${lowest}`,
    detail: "So few cases show no rule.",
    tile: { number: `${councils} of ${known}`, words: `confirmed ratings are ${lowest}` },
  };
}
