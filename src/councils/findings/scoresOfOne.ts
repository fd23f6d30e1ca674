import { count, percent } from "../../engine/report/format.js";
import type { Intervention } from "../analysis/intervention.js";
import { nothing, type Finding } from "./finding.js";
import { councilsOf, exactIntervals, have, interval, sentences } from "./wording.js";

/** How many councils have a statement at the lowest score, and how many of those a better rating. */
export function scoresOfOne(
  { rates, table }: Pick<Intervention, "rates" | "table">,
  complete: Pick<Intervention, "rates">,
): Finding {
  const { count: ones, n } = rates.anyScoreOf1;
  if (n === 0) return nothing("No council here has every score known", "scores of 1");
  const lowest = table[0]?.rating;
  const better = table
    .filter((row) => row.anyScoreOf1 && row.rating !== lowest)
    .reduce((total, row) => total + row.n, 0);
  const { count: k, n: of, share, clopperPearson } = complete.rates.anyScoreOf1;
  const inComplete =
    share === null || clopperPearson === null
      ? ""
      : `In the complete set it is ${k} of ${of}: ${percent(share, 1)} (${interval(clopperPearson)}).`;
  return {
    headline:
      ones === 0
        ? `None of ${count(n, "council")} has a score of 1`
        : `${ones} of ${count(n, "council")} ${have(n === 1 ? n : ones)} a score of 1`,
    detail:
      sentences(
        ones === 0 || lowest === undefined
          ? ""
          : `${better === 0 ? "None" : better} of ${ones === 1 ? "these" : "them"} ${have(better === 0 ? 1 : better)} a better rating than ${lowest}.`,
        inComplete,
      ) || "Every score is 2 or more.",
    tile: { number: `${ones} of ${n}`, words: `${councilsOf(n)} with a score of 1` },
    note: exactIntervals,
  };
}
