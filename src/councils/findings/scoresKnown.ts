import type { Coverage } from "../analysis/coverage.js";
import { count } from "../../engine/report/format.js";
import { nothing, type Finding } from "./finding.js";
import { have } from "./wording.js";

/** How many councils' scores are known, and where ratings are missing. */
export function scoresKnown({ england, regions }: Coverage): Finding {
  const { councils, withScores } = england;
  if (councils === 0) return nothing("There is no council in these data", "scores");
  const missing = regions.filter(({ parts }) => parts.unknown > 0).length;
  const where =
    missing === regions.length
      ? "Every region has"
      : `${missing} of ${count(regions.length, "region")} ${have(missing)}`;
  return {
    headline: `Every score is known for ${withScores} of ${count(councils, "council")}`,
    detail:
      missing === 0
        ? "In every region the rating of each council is known or its report was withdrawn."
        : `${where} a council without a known rating. So a region or a type may look different once the rest is known.`,
  };
}
