import { nothing, type Finding } from "../../councils/findings/finding.js";
import { count, number } from "../../engine/report/format.js";
import type { Services } from "../analysis/services.js";

/** Locations without a rating as a whole, and those whose services have their own. */
export function notRatedAsWhole({
  locations,
  notRated,
  ratedByService,
}: Pick<Services, "locations" | "notRated" | "ratedByService">): Finding {
  if (locations === 0) return nothing("No location is known here", "locations without a rating");
  return {
    headline: `${number(notRated)} of ${count(locations, "location")} ${notRated === 1 ? "has" : "have"} no rating as a whole`,
    detail:
      ratedByService === 0
        ? "None of their services has a rating of its own."
        : `In ${ratedByService === notRated ? "all" : number(ratedByService)} of these, services have ratings of their own. CQC's file says Not Rated of the whole there. Locations that were never rated are left out.`,
  };
}
