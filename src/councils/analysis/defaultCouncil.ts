import type { Council, Dataset } from "../data/dataset.js";
import { currentCouncils } from "../data/successions.js";
import { councilStanding } from "./councilStanding.js";
import { perObject } from "../../perObject.js";
import { councilOutcomes } from "./councilOutcomes.js";

/**
 * The council that a page about one council shows when it is asked for none: the first by name for
 * which everything is known, so that the page shows all that it can. Everything is nine scores and
 * a percentage, as first published and of high confidence, and a value for each measure of the
 * family fixed in advance. Failing that the first with nine scores, else the first. Null where
 * the data hold no council.
 */
export const defaultCouncil = perObject((dataset: Dataset): Council | null => {
  const councils = [...currentCouncils(dataset)].sort((a, b) => a.name.localeCompare(b.name, "en"));
  const family = new Set(
    (dataset.context["ascof-measures"] ?? [])
      .filter((row) => row.c18_family !== null)
      .map(({ measure }) => String(measure)),
  );
  const hasScores = (council: Council) => {
    const { assessment, standing } = councilStanding(dataset, council);
    return standing === "stated" && assessment !== null && !assessment.scores.includes(null);
  };
  const hasEverything = (council: Council) => {
    const { assessment } = councilStanding(dataset, council);
    return (
      hasScores(council) &&
      assessment?.confidence === "high" &&
      assessment.status === "published" &&
      assessment.percentage !== null &&
      councilOutcomes(dataset, council).outcomes.every(
        ({ measure, value }) => value !== null || !family.has(measure),
      )
    );
  };
  return councils.find(hasEverything) ?? councils.find(hasScores) ?? councils[0] ?? null;
});
