import { count, number, percent } from "../../engine/report/format.js";
import { below3, byShareBelow3, shareBelow3 } from "../analysis/profile.js";
import type { Profile } from "../analysis/profile.js";
import { shortName } from "./shortName.js";
import type { Finding } from "./finding.js";

/** On which statement councils most often fall below good. */
export function statements(result: Profile): Finding {
  const profiles = byShareBelow3(result);
  const [most] = profiles;
  if (result.n === 0)
    return { headline: "No council here has a known score", detail: "No score is known." };
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
      detail: `${tied.map(({ id }) => shortName(result.scheme, id)).join(", ")}: ${of} each score 1 or 2.`,
    };
  return {
    headline: `${name} is most often below good: ${of}`,
    detail: `On ${name} ${of} (${percent(share)}) score 1 or 2, the largest share of any statement.`,
    tile: { number: number(below3(most)), words: `of ${most.n} below good on ${name}` },
  };
}
