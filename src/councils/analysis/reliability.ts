import type { Dataset } from "../data/dataset.js";
import type { SimulationOptions } from "../../statistics/bootstrap.js";
import { reliabilityOf } from "../../ratings/reliability.js";
import type { ReliabilityOf } from "../../ratings/reliability.js";
import { councilProfiles } from "./councilProfiles.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";

/** How far the nine scores go together: alpha, ICC(3,1) and omega, with bootstrap intervals. */
export interface Reliability
  extends Pick<Selection, "scheme" | "set" | "n" | "leftOut">, ReliabilityOf {}

/**
 * How consistently the scores measure one thing; see {@link reliabilityOf}. None of it is a bound on
 * anything.
 */
export function reliability(
  dataset: Dataset,
  options: AnalysisOptions & SimulationOptions = {},
): Reliability {
  const { scheme, set, assessments, leftOut } = select(dataset, "scores", options);
  const { n, ...found } = reliabilityOf(scheme, councilProfiles(scheme, assessments), options);
  return { scheme, set, n, leftOut, ...found };
}
