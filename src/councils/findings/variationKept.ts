import type { VarianceKept } from "../analysis/varianceKept.js";
import { percent } from "../../engine/report/format.js";
import { nothing, type Finding } from "./finding.js";
import { interval } from "./wording.js";

/** What the rating and the total keep of the differences between councils. */
export function variationKept(result: VarianceKept): Finding {
  const { word, sum, themeWords, themeMeans, intervals } = result;
  if (word === null || sum === null)
    return nothing("Too few ratings differ in these data", "what a rating keeps");
  const isTotalToo = sum < 1 && (1 - sum) / (1 - word) > 0.5;
  const range = (one: readonly [number, number] | null) =>
    one === null ? "" : ` (${interval(one)})`;
  const themed =
    themeWords === null || themeMeans === null
      ? ""
      : ` Four ratings, one a theme, would keep ${percent(themeWords)}, and four uncut theme means ${percent(themeMeans)}; those two have no interval here.`;
  return {
    headline: isTotalToo
      ? "Most of what the rating leaves out, the total leaves out too"
      : "The total keeps more than the rating",
    detail:
      "Of how councils differ on the same statement, the total keeps " +
      `${percent(sum)}${range(intervals.sum)} and the rating ${percent(word)}${range(intervals.word)}.`,
    note: `The rating keeps ${percent(word / sum)} of what the total keeps.${themed}`,
  };
}
