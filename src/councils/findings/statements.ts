import { count } from "../../engine/report/format.js";
import { below3, byShareBelow3, shareBelow3 } from "../analysis/profile.js";
import type { Profile } from "../analysis/profile.js";
import { shortName } from "../../ratings/shortName.js";
import { nothing, type Finding } from "./finding.js";
import { are, councilsOf } from "./wording.js";

/** On which statement councils most often fall below good. */
export function statements(result: Profile): Finding {
  const profiles = byShareBelow3(result).filter(({ n }) => n > 0);
  if (profiles.length === 0)
    return nothing("No council here has a known score", "single statements");
  const [most, second] = profiles;
  const last = profiles[profiles.length - 1];
  const share = shareBelow3(most);
  if (share === 0)
    return {
      headline: "No council falls below good on any statement",
      detail: `None of ${count(result.n, "council")} scores 1 or 2 on any statement.`,
    };
  const tied = profiles.filter((profile) => shareBelow3(profile) === share);
  const name = shortName(result.scheme, most.id);
  const of = `${below3(most)} of ${count(most.n, "council")}`;
  if (tied.length > 1)
    return {
      headline: `${tied.length === profiles.length ? "All" : "Several"} statements are equally often below good`,
      detail: `${of} ${are(most.n === 1 ? 1 : below3(most))} below good on each of ${tied.length}, such as ${name}.`,
    };
  const counted = (one: typeof most) =>
    `${one.name} (${below3(one)}${one.n === most.n ? "" : ` of ${one.n}`})`;
  const isLast = profiles.filter((one) => below3(one) === below3(last)).length === 1;
  const isSameN = profiles.every(({ n }) => n === most.n);
  const least = isLast && last !== second && isSameN ? `, and last ${counted(last)}` : "";
  return {
    headline: `${name} is most often below good: ${of}`,
    detail:
      `${second ? `Next is ${counted(second)}${least}. ` : ""}A statement may ` +
      "be harder, or judged more strictly. Scores alone leave that open.",
    tile: {
      number: `${below3(most)} of ${most.n}`,
      words: `${councilsOf(most.n)} below good on ${name.toLowerCase()}`,
    },
  };
}
