import { count } from "../../engine/report/format.js";
import type { ClaimResult } from "../claims/evaluateClaims.js";
import { nothing, type Finding } from "./finding.js";

/** How many claims the data decide, and how. */
export function claimsDecided(results: readonly Pick<ClaimResult, "verdict">[]): Finding {
  if (results.length === 0) return nothing("There is no claim here", "claims");
  const of = (verdict: ClaimResult["verdict"]) =>
    results.filter((one) => one.verdict === verdict).length;
  const [supported, against, open] = [of("supported"), of("not supported"), of("undecidable")];
  return {
    headline: `The data support ${supported} of ${count(results.length, "claim")}, and leave ${open} open`,
    detail:
      `They speak against ${against === 0 ? "none" : against}. A claim that is left open may be true. ` +
      "Too little is known to say.",
    tile: { number: `${supported} of ${results.length}`, words: "claims that the data support" },
  };
}
