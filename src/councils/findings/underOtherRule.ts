import { list } from "../../engine/report/format.js";
import type { OtherRuleResult } from "../../ratings/otherRule.js";
import { nothing, type Finding } from "./finding.js";

/**
 * What another regulator's rule, or another rule of the same regulator, would make of bodies with a
 * word; `of` names them ("councils") and `rule` whose rule it is.
 */
export function underOtherRule(
  { n, ratings, moves, reason }: OtherRuleResult,
  {
    word,
    of,
    rule,
    isAgain = false,
  }: {
    readonly word: string;
    readonly of: string;
    readonly rule: string;
    /** The page has said already what to bear in mind. */
    readonly isAgain?: boolean;
  },
): Finding {
  if (reason !== null)
    return nothing(`The rule of ${rule} cannot be tried here`, "what it would change");
  const row = moves[ratings.indexOf(word)] ?? [];
  const all = row.reduce((sum, count) => sum + count, 0);
  if (n === 0 || all === 0)
    return nothing(`No ${of} here are rated ${word}`, `the rule of ${rule}`);
  const stay = row[ratings.indexOf(word)];
  const others = ratings.flatMap((rating, i) =>
    rating === word || row[i] === 0 ? [] : [`${row[i]} would be ${rating}`],
  );
  const joining = ratings.flatMap((rating, i) => {
    const into = moves[i][ratings.indexOf(word)];
    return rating === word || into === 0 ? [] : [`${into} rated ${rating}`];
  });
  const told = [
    others.length === 0 ? "None would get another rating." : `Of the others, ${list(others)}.`,
    ...(joining.length === 0 ? [] : [`${list(joining)} would be ${word}.`]),
    ...(isAgain
      ? []
      : [
          "Neither rule was made for the other's parts, and limits bite harder the more parts there are.",
        ]),
  ];
  return {
    headline: `${stay} of ${all} ${word} ${of} would stay ${word} under the rule of ${rule}`,
    detail: told.join(" "),
    tile: { number: `${stay} of ${all}`, words: `${word} ${of} stay ${word} under another rule` },
  };
}
