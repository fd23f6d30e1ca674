import type { LaterReports } from "../analysis/laterReports.js";
import { count, date, number } from "../../engine/report/format.js";
import type { Finding } from "./finding.js";
import { are, sentences } from "./wording.js";

/** Why reports after the complete set stand for no others. */
export function laterReports({ completeTo, withScores, others, counted }: LaterReports): Finding {
  const day = date(completeTo);
  if (withScores.n + others.n === 0)
    return {
      headline: `No rating is known after ${day}`,
      detail: "So these data say nothing of later reports.",
    };
  const part = ({ n, goodOrBetter }: LaterReports["others"], which: string) =>
    n === 0
      ? ""
      : `Of ${count(n, "council")} ${which}, ${goodOrBetter} ${are(goodOrBetter)} rated Good or better.`;
  return {
    headline: `Reports after ${day} are known only in part`,
    detail: sentences(
      part(withScores, "with every score known"),
      part(others, "with a confirmed rating and without every score"),
      "They were found one at a time and are no fair sample.",
      counted === null
        ? ""
        : `CQC's own count of ${date(counted.asAt)}, in the press, is ${counted.goodOrBetter} of ${number(counted.n)}.`,
    ),
  };
}
