import { escapeMarkdown, toProse, type Prose } from "../../engine/report/block.js";
import { number, percent } from "../../engine/report/format.js";
import type { CouncilContext } from "../analysis/councilContext.js";
import type { Council, Dataset } from "../data/dataset.js";
import { likeMarkdown } from "./likeByPeople.js";

/** Where a council lies, how many adults live there, how deprived it is and which are like it. */
export function councilPlace(dataset: Dataset, council: Council, place: CouncilContext): Prose {
  const { type, region } = council;
  const { adults, share65, over65, deprivation, medianDeprivation, farSmaller } = place;
  // Which publication gave it is in the data.
  const period = (place.populationPeriod ?? "date not known").replace(/ \(.*\)$/, "");
  const facts = [
    `${type}, ${region}.`,
    ...(farSmaller === null
      ? []
      : [
          `With ${number(farSmaller.people)} people it is far smaller than most of that type, of which half have ${number(farSmaller.medianOfType)} or more.`,
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
  const like = likeMarkdown(dataset, council);
  const alike =
    like === ""
      ? ""
      : `Councils with people most like its own, as reckoned for children's services: ${like}. `;
  return toProse(
    `**The place.** ${escapeMarkdown(facts.join(" "))} ${alike}None of this explains a score. Scores are not adjusted for it.`,
  );
}
