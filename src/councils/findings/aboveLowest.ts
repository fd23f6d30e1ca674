import { count } from "../../engine/report/format.js";
import type { Intervention } from "../analysis/intervention.js";
import { nothing, type Finding } from "./finding.js";
import { are, councilsOf, fewestPointedAt } from "./wording.js";

/** A total this close above the lowest rating is near. */
const near = 4;
const nearInWords = "four";
const fewestInWords = "five";

/** How many councils lie just above the lowest rating, where they are enough to be counted. */
export function aboveLowest({
  scheme,
  n,
  margins,
}: Pick<Intervention, "scheme" | "n" | "margins">): Finding {
  const lowest = scheme.levels[0].name;
  if (n === 0 || margins.length === 0)
    return nothing("No council here has a total to go by", `how near ${lowest} is`);
  const close = margins
    .filter(({ above }) => above > 0 && above <= near)
    .reduce((total, row) => total + row.n, 0);
  if (close > 0 && close < fewestPointedAt)
    return {
      headline: `Fewer than ${fewestInWords} of ${count(n, "council")} lie just above ${lowest}`,
      detail: `That is up to ${nearInWords} points above.`,
      saysNothing: true,
    };
  const councils = close === 0 ? "No council" : `${close} of ${count(n, "council")}`;
  return {
    headline: `${councils} ${are(close === 0 || n === 1 ? 1 : close)} up to ${nearInWords} points above ${lowest}`,
    detail: "This is arithmetic on published totals. It gives no council a chance of anything.",
    tile: {
      number: `${close} of ${n}`,
      words: `${councilsOf(n)} at most ${nearInWords} points above ${lowest}`,
    },
  };
}
