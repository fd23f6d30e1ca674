import { select, type SetName } from "../analysis/select.js";
import type { Dataset } from "../data/dataset.js";
import { count, date, number } from "./format.js";

/**
 * What a reader must know of the data before any figure: vintage, coverage, the set, and what an
 * interval means here. One sentence or two each; every report opens with them.
 */
export function aboutData(dataset: Dataset, set: SetName): readonly string[] {
  const words = select(dataset, "rating", { set: "all" });
  const scored = select(dataset, "scores", { set: "all" });
  const chosen = select(dataset, "scores", { set });
  const to = date(dataset.completeTo);
  const low = words.assessments.filter((a) => a.confidence === "low").length;
  return [
    `Data as at ${date(dataset.vintage)}. A word is known for ${number(words.n)} of ` +
      `${count(dataset.councils.length, "council")}` +
      (low > 0 ? `, ${number(low)} of them with low confidence` : "") +
      `. All nine scores are known for ${number(scored.n)}.`,
    set === "complete"
      ? `Figures rest on the ${count(chosen.n, "council")} with nine scores published by ${to}. ` +
        `Up to that day the data are complete. What is known after it was found through news, ` +
        `which favours bad news and near misses, so it is shown only as a check.`
      : `Figures use every council with nine known scores: ${number(chosen.n)}. The data are ` +
        `complete only up to ${to}. What is known after it was found through news, which favours ` +
        `bad news and near misses.`,
    "Counts are exact for these councils. An interval describes a hypothetical repeat of the " +
      "rating process, not sampling.",
  ];
}
