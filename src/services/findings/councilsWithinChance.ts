import { nothing, type Finding } from "../../councils/findings/finding.js";
import { count, number, percent } from "../../engine/report/format.js";
import { fewestServices, type ServicesByCouncil } from "../analysis/servicesByCouncil.js";

/** How many councils' shares are what chance would give around one share for all. */
export function councilsWithinChance({ councils, share }: ServicesByCouncil): Finding {
  const told = councils.filter(({ place }) => place !== null);
  if (share === null || told.length < 2)
    return nothing("Services in two councils' areas are not known here", "how councils differ");
  const within = told.filter(({ place }) => place === "within").length;
  const few = councils.length - told.length;
  return {
    headline: `In ${number(within)} of ${count(told.length, "council")}, chance could explain the share`,
    detail:
      `${percent(share)} of all rated services are Good or better. A council's share may lie around that by chance alone. Of 20 councils, about one lies outside the limits by chance.` +
      (few === 0
        ? ""
        : ` ${count(few, "council")} with fewer than ${fewestServices} rated services ${few === 1 ? "is" : "are"} counted and not judged.`),
    note: "Limits: exact binomial, at most 2.5% beyond each, at the share of all services. Services of one provider are not independent, so true limits are wider.",
  };
}
