import { count, number } from "../../engine/report/format.js";
import type { CouncilProfile } from "../analysis/councilProfile.js";
import type { Finding } from "./finding.js";

/** On how many statements a council scores below good. A pilot's and an unconfirmed score say so. */
export function councilBelowGood(profile: CouncilProfile): Finding {
  const { council, scheme, standing, known, below, at, above } = profile;
  const { name } = council;
  if (known === 0) {
    const headline = `No score of ${name} is known here`;
    return { headline, detail: `${headline}.` };
  }
  const of = `${below} of ${known}`;
  const lead =
    { indicative: "Pilot: ", lowConfidence: "Not confirmed: " }[standing as string] ?? "";
  const missing = scheme.parts.length - known;
  return {
    headline:
      lead === ""
        ? `${name} scores below good on ${of} statements`
        : `${lead}${name}, ${of} scores below good`,
    detail:
      `${lead}${name} scores below good on ${below}, good on ${at} and above on ${number(above)}.` +
      (missing === 0 ? "" : ` ${count(missing, "score")} not known.`),
    tile: { number: of, words: "statements scored below good" },
  };
}
