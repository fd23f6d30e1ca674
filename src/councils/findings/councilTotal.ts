import { bandsOf, totalsOf, type Scheme } from "../../ratings/scheme.js";
import type { Assessment } from "../data/dataset.js";
import { disputesOf, totalWords } from "../data/disputedScores.js";
import type { Finding } from "./finding.js";
import { sentences } from "./wording.js";

/** A council's total and percentage, and how it was known; null where no total may be stated. */
export function councilTotal(scheme: Scheme, assessment: Assessment, name: string): Finding | null {
  const { percentage, scores, rating, kind, note } = assessment;
  const total = totalWords(assessment, scheme.parts);
  const whose = kind === "pilot" ? "The pilot's scores" : "Its scores";
  const band = bandsOf(scheme)?.find((one) => one.rating === rating);
  const covers = band ? `${band.rating} covers totals from ${band.from} to ${band.to}.` : "";
  if (total === null)
    return band === undefined || kind === "pilot"
      ? null
      : {
          headline: `The total of ${name} is not known here`,
          detail: `Its rating says that it lies between ${band.from} and ${band.to}.`,
        };
  const { max } = totalsOf(scheme);
  const isAdded = scores.every((score) => score !== null);
  return {
    headline: `${name} has a total of ${total} of ${max}`,
    detail: sentences(
      isAdded
        ? `${whose} add up to that${percentage === null ? "" : `, and CQC's percentage is ${percentage}%`}.`
        : `CQC's percentage of ${percentage ?? 0}%${note === null ? "" : ", if the source is right,"} means that.`,
      disputesOf(assessment).length > 0 ? "Two sources disagree on one score." : "",
      kind === "pilot" ? "" : covers,
    ),
    tile: { number: total, words: `of ${max}, the total of its scores` },
  };
}
