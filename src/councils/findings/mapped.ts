import { count, number } from "../../engine/report/format.js";
import type { WordMap } from "../analysis/wordMap.js";
import { publicRating } from "../data/publicRating.js";
import { nothing, type Finding } from "./finding.js";

/** Of how many councils the rating is known here. */
export function mapped({ councils }: Pick<WordMap, "councils">): Finding {
  if (councils.length === 0) return nothing("No council is known here", "ratings");
  const known = councils.filter((council) => publicRating(council) !== null).length;
  const open = councils.filter(({ rating, confidence }) => rating !== null && confidence === "low");
  return {
    headline: `${number(known)} of ${count(councils.length, "council")} ${known === 1 ? "has" : "have"} a confirmed rating here`,
    detail:
      `The published rating of ${number(known)} of ${count(councils.length, "council")} is confirmed` +
      (open.length === 0
        ? "."
        : `, and that of ${number(open.length)} is known and not confirmed.`),
    tile: {
      number: number(known),
      words: `of ${count(councils.length, "council")} with a confirmed rating`,
    },
  };
}
