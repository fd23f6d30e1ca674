import { count, number } from "../../engine/report/format.js";
import type { TwoRatings } from "../analysis/twoRatings.js";
import { nothing, type Finding } from "./finding.js";

/** How often a council's two ratings, of adults' and children's services, are the same. */
export function twoRatingsAgree({ n, same, ofRatings }: TwoRatings): Finding {
  if (n === 0)
    return nothing("No council here has both ratings", "whether a council's two ratings agree");
  return {
    headline: `${same} of ${count(n, "council")} had the same rating for adults and children`,
    detail:
      "Ofsted gave children's services one rating at inspections before April 2026, at other times and by other parts. A council can be good at one and not at the other.",
    tile: { number: `${same} of ${n}`, words: "councils rated alike for adults and children" },
    ...(ofRatings && {
      note: `Kendall's tau-b of the two ratings is ${number(ofRatings.tauB, 2)} (p = ${number(ofRatings.p, 2)}, n = ${ofRatings.n}): exploratory.`,
    }),
  };
}
