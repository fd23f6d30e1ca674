import type { Dataset } from "../../councils/data/dataset.js";
import type { Finding } from "../../councils/findings/finding.js";
import { services } from "../analysis/services.js";
import { fewestServices } from "../analysis/servicesByCouncil.js";
import { agesOfParts } from "./agesOfParts.js";
import { behindGood } from "./behindGood.js";
import { behindLow } from "./behindLow.js";
import { whichServices } from "./whichServices.js";

/** Care services in a council's area, for its page: none where none is known, few where few are. */
export function inCouncil(dataset: Dataset, council: string): readonly Finding[] {
  const found = services(dataset, { council });
  if (found === null || found.locations === 0) return [];
  const which = whichServices(dataset, found, council);
  const apart = {
    ...which,
    detail: `${which.detail} The rating of a service is no rating of the council.`,
  };
  if (found.behind.n < fewestServices) return [apart];
  const { scheme, behind } = found;
  return [apart, agesOfParts(found), behindGood(scheme, behind), behindLow(scheme, behind)];
}
