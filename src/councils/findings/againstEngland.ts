import { count, list } from "../../engine/report/format.js";
import type { CouncilOutcomes } from "../analysis/councilOutcomes.js";
import type { Finding } from "./finding.js";

/** On how many measured outcomes a council can be told from England. */
export function againstEngland(
  { withMargin, above, below }: CouncilOutcomes,
  council: string,
): Finding {
  if (withMargin === 0) {
    const headline = `No measure of ${council} can be compared with England`;
    return { headline, detail: "No measure here has a margin of error to go by." };
  }
  const told = above + below;
  const sides = [
    ...(above > 0 ? [`on ${above} it lies above`] : []),
    ...(below > 0 ? [`on ${below} it lies below`] : []),
  ];
  const where =
    told === 0
      ? "No difference is larger than the margin."
      : above === 0 || below === 0
        ? `On ${told === 1 ? "that one" : "each"} it lies ${above > 0 ? "above" : "below"} England by more than the margin.`
        : `By more than the margin, ${list(sides)}.`;
  return {
    headline: `${council} differs from England on ${told === 0 ? "none" : told} of ${count(withMargin, "measure")}`,
    detail: `${where} Only a survey has a margin to compare by.`,
    tile: {
      number: `${told} of ${withMargin}`,
      words:
        above > 0 && below > 0
          ? `measures differ from England: ${above} above, ${below} below`
          : told === 0
            ? "measures differ from England"
            : `measures ${told === 1 ? "lies" : "lie"} ${above > 0 ? "above" : "below"} England`,
    },
  };
}
