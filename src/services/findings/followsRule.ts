import { nothing, type Finding } from "../../councils/findings/finding.js";
import { list, number } from "../../engine/report/format.js";
import { ratingsOf, type Scheme } from "../../ratings/scheme.js";
import type { BehindRating } from "../analysis/behindRating.js";

/** How often CQC's published rule gives the published rating, and every exception by direction. */
export function followsRule(scheme: Scheme, { n, byRule, exceptions }: BehindRating): Finding {
  if (n === 0 || byRule === null)
    return nothing("The rule for care services cannot be tried here", "the rule");
  const names = ratingsOf(scheme);
  const ways = exceptions.map(
    (one) =>
      `${one.n === 1 ? "one" : number(one.n)} rated ${names[one.published]} where it gives ${names[one.byRule]}`,
  );
  return {
    headline: `The published rule gives the rating of ${number(byRule)} of ${number(n)} services`,
    detail:
      (ways.length === 0
        ? "There is no exception. "
        : `The ${ways.length === 1 && exceptions[0].n === 1 ? "exception is" : "exceptions are"} ${list(ways)}. `) +
      "CQC may depart from its rule and say why, so an exception is no error. No service is named.",
    note: "The rule, from CQC's principles of May 2022: two or more parts Inadequate give Inadequate. One Inadequate, or two or more Requires improvement, give Requires improvement. Two or more Outstanding without a Requires improvement give Outstanding. All else is Good.",
  };
}
