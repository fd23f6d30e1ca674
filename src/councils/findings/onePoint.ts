import { count, number } from "../../engine/report/format.js";
import type { Margins } from "../analysis/margins.js";
import type { Finding } from "./finding.js";

/** How many councils one point on one statement would give another rating. */
export function onePoint({ n, onePoint: { lose, gain } }: Margins): Finding {
  if (n === 0)
    return { headline: "No council here has a known total", detail: "No total is known." };
  const near = lose + gain;
  return {
    headline: `${near} of ${count(n, "council")} ${near === 1 || n === 1 ? "is" : "are"} one point from another rating`,
    detail:
      `One point on one statement would give ${count(lose, "council")} a lower rating and ` +
      `${number(gain)} a higher one.`,
    tile: {
      number: number(near),
      words: `of ${count(n, "council")} one point from another rating`,
    },
  };
}
