import { count } from "../../engine/report/format.js";
import type { CouncilProfile } from "../analysis/councilProfile.js";
import { goodScore } from "../../ratings/scheme.js";
import { disputesOf, either, otherScores, scoreWords } from "../data/disputedScores.js";
import type { Finding } from "./finding.js";
import { fewestScores } from "./wording.js";

/** Which scores two sources give otherwise. */
function disputes({ scheme, assessment }: CouncilProfile): string {
  if (assessment === null) return "";
  const names = disputesOf(assessment).flatMap(({ statement }) => {
    const place = scheme.parts.findIndex(({ id }) => id === statement);
    const words = place === -1 ? null : scoreWords(assessment, scheme.parts[place], place);
    return words === null
      ? []
      : [` ${scheme.parts[place].short} is ${words}, as sources disagree.`];
  });
  return names.join("");
}

/** On how many statements a council scores good, and above. */
function reached(at: number, above: number, missing: number, scores: string): string {
  if (at === 0 && above === 0) return `Every ${missing === 0 ? "" : "known "}score is below good.`;
  const on = [
    ...(at > 0 ? [`good on ${at}`] : []),
    ...(above > 0 ? [`above good on ${above}`] : []),
  ];
  return `It ${scores} ${on.join(" and ")}.`;
}

/** On how many statements a council scores below good. A pilot's and an unconfirmed score say so. */
export function councilBelowGood(profile: CouncilProfile): Finding {
  const { council, scheme, standing, known, below, at, above } = profile;
  const { name } = council;
  if (known === 0) {
    const headline = `No score of ${name} is known here`;
    return { headline, detail: `${headline}.` };
  }
  const good = goodScore(scheme);
  const otherBelow =
    profile.assessment === null
      ? below
      : otherScores(profile.assessment, scheme.parts).filter((one) => one !== null && one < good)
          .length;
  const of = `${either(below, otherBelow)} of ${known}`;
  const isPilot = standing === "indicative";
  const lead = isPilot ? "In its pilot, " : standing === "lowConfidence" ? "Not confirmed: " : "";
  const scores = isPilot ? "scored" : "scores";
  const missing = scheme.parts.length - known;
  return {
    headline:
      below === 0 && of.startsWith("0 ")
        ? `${lead}${name} ${scores} good or better on ${missing === 0 ? "every statement" : known === 1 ? "its one known statement" : known === 2 ? "both known statements" : `all ${known} known statements`}`
        : standing === "lowConfidence"
          ? `${lead}${name}, ${of} scores below good`
          : `${lead}${name} ${scores} below good on ${of} statements`,
    detail:
      (standing === "lowConfidence" ? lead : "") +
      reached(at, above, missing, scores) +
      disputes(profile) +
      (missing === 0 ? "" : ` ${count(missing, "score")} not known.`),
    ...(known >= fewestScores && {
      tile: { number: of, words: "statements scored below good" },
    }),
  };
}
