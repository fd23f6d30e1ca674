import { prose, type Prose } from "../../engine/report/block.js";
import { number, percent } from "../../engine/report/format.js";
import type { CouncilContext } from "../analysis/councilContext.js";
import type { Council } from "../data/dataset.js";

/** Where a council lies, how many adults live there and how deprived it is. */
export function councilPlace({ type, region }: Council, place: CouncilContext): Prose {
  const { adults, share65, over65, deprivation, medianDeprivation, farSmaller } = place;
  const period = place.populationPeriod ?? "date not known";
  const facts = [
    `${type}, ${region}.`,
    ...(farSmaller === null
      ? []
      : [
          `With ${number(farSmaller.people)} people it is far smaller than most of that type, of which half have ${number(farSmaller.medianOfType)} or more (Index of Multiple Deprivation 2025).`,
        ]),
    adults === null
      ? `Number of adults: not known here.${over65 === null ? "" : ` Aged 65 or over: ${number(over65)} (${period}).`}`
      : `Adults: ${number(adults)}${share65 === null ? "" : `, of whom ${percent(share65)} are 65 or over`} (${period}).`,
    ...(deprivation === null || medianDeprivation === null
      ? []
      : [
          `Average deprivation score ${number(deprivation, 1)}, where half of the councils are at or below ${number(medianDeprivation, 1)} (Index of Multiple Deprivation 2025).`,
        ]),
  ];
  return prose`**The place.** ${facts.join(" ")} None of this explains a score. Scores are not adjusted for it.`;
}
