import { count } from "../../engine/report/format.js";
import type { ClaimResult } from "../claims/evaluateClaims.js";
import { isOurs } from "../claims/isOurs.js";
import { nothing, type Finding } from "./finding.js";
import { are } from "./wording.js";

/** How many claims the data decide, how, and who made them. */
export function claimsDecided(results: readonly Pick<ClaimResult, "verdict" | "by">[]): Finding {
  if (results.length === 0) return nothing("There is no claim here", "claims");
  const of = (verdict: ClaimResult["verdict"], some = results) =>
    some.filter((one) => one.verdict === verdict).length;
  const [supported, against, open] = [of("supported"), of("not supported"), of("undecidable")];
  const others = results.filter((one) => !isOurs(one));
  const theirs =
    others.length === 0
      ? "All are questions of ours."
      : `Of the ${others.length} that others made, ${of("supported", others)} ${are(of("supported", others))} supported and ${of("not supported", others)} not; the rest of theirs are open. We asked ${results.length - others.length}.`;
  return {
    headline: `The data support ${supported} of ${count(results.length, "claim")}, and leave ${open} open`,
    detail: `By the rules set for them ${against} ${are(against)} not supported. ${theirs} A claim that is left open may be true.`,
    tile: { number: `${supported} of ${results.length}`, words: "claims that the data support" },
  };
}
