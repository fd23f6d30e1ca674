import type { Dataset } from "../../councils/data/dataset.js";
import { nothing, type Finding } from "../../councils/findings/finding.js";
import { count, date } from "../../engine/report/format.js";
import type { Services } from "../analysis/services.js";
import { fewestServices } from "../analysis/servicesByCouncil.js";
import { areaWords } from "./words.js";

/** Which services are counted, with what must be said of them in the same breath. */
export function whichServices(
  dataset: Dataset,
  { locations, month, isEngland, behind, ...of }: Services,
  council: string | null = null,
): Finding {
  if (locations === 0 || month === null) return noServices;
  const where = areaWords(dataset, { ...of, month, isEngland }, council);
  return {
    headline: `${count(locations, "care service")} ${where} in ${date(month)}`,
    detail:
      (isEngland || council !== null
        ? "These are the adult social care locations in CQC's file of latest ratings."
        : `They are one part of England. These data hold no month of all England, and CQC chooses which services it inspects.`) +
      " Services that were never rated are left out." +
      (council !== null && behind.n < fewestServices
        ? ` So few have five rated parts (fewer than ${fewestServices}) that they are counted and not described.`
        : ""),
  };
}

/** Where no month was read. */
export const noServices: Finding = nothing(
  "No ratings of care services are in these data",
  "care services. Save CQC's file of latest ratings, then run: ninefold services read FILE --data DIR",
);
