import { count, number } from "../../engine/report/format.js";
import type { CouncilOutcomes } from "../analysis/councilOutcomes.js";
import type { Finding } from "./finding.js";

/** On how many measured outcomes a council can be told from England. */
export function againstEngland(
  { outcomes, withMargin, above, below }: CouncilOutcomes,
  council: string,
): Finding {
  if (withMargin === 0) {
    const headline = `No measure of ${council} can be compared with England`;
    return { headline, detail: "No measure here has a margin of error to go by." };
  }
  const told = above + below;
  return {
    headline: `${council} differs from England on ${told} of ${count(withMargin, "measure")}`,
    detail:
      `Of ${count(outcomes.length, "measure")}, ${number(withMargin)} can be compared: on ${above} ` +
      `the council lies above England by more than the margin, on ${below} below.`,
    tile: { number: `${told} of ${withMargin}`, words: "measures differ from England" },
  };
}
