import { below3, byShareBelow3 } from "../analysis/profile.js";
import type { Profile } from "../analysis/profile.js";
import { count } from "../../engine/report/format.js";
import { nothing, type Finding } from "./finding.js";
import { are, councilsOf, shortName } from "./wording.js";

/** Which statement is most often scored below a good standard. */
export function statementsBelowGood(result: Profile): Finding {
  const { scheme } = result;
  const known = byShareBelow3(result).filter(({ n }) => n > 0);
  if (known.length === 0) return nothing("No score is known in these data", "single statements");
  const [first, second] = known;
  const last = known[known.length - 1];
  const { n } = first;
  const low = below3(first);
  const alike = known.filter((one) => below3(one) * n === low * one.n).length;
  const of = `${low} of ${count(n, "council")} ${are(low)}`;
  if (alike > 1)
    return {
      headline: "No one statement is scored lowest",
      detail: `${of} below good on each of ${alike} statements, such as ${shortName(scheme, first.id)}.`,
    };
  const counted = (one: typeof first) =>
    `${one.name} (${below3(one)}${one.n === n ? "" : ` of ${one.n}`})`;
  const next = second ? ` Next is ${counted(second)}` : "";
  const isLast = known.filter((one) => below3(one) === below3(last)).length === 1;
  const least =
    isLast && last !== second && known.every((one) => one.n === n)
      ? `, and last ${counted(last)}`
      : "";
  return {
    headline: `${shortName(scheme, first.id)} is the statement most often scored below good`,
    detail:
      `${of} below a good standard on it.${next}${least}${next && "."} A statement may be harder, ` +
      "or judged more strictly. Scores alone leave that open.",
    tile: { number: `${low} of ${n}`, words: `${councilsOf(n)} below good on ${first.name}` },
  };
}
