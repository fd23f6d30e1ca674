import { lowPart, type LowPart } from "../../ratings/lowPart.js";
import type { Dataset } from "../data/dataset.js";
import { selectProfiles } from "./councilProfiles.js";
import type { AnalysisOptions, Selection } from "./select.js";

/** Councils rated Good or Outstanding with a score below good. */
export interface LowUnderGood extends Pick<Selection, "scheme" | "set" | "leftOut">, LowPart {}

/** Of councils rated good or better, those with at least one score below good: counts, and the share, 0 to 1. */
export function lowUnderGood(dataset: Dataset, options: AnalysisOptions = {}): LowUnderGood {
  const { scheme, set, leftOut, profiles } = selectProfiles(dataset, options);
  return { scheme, set, leftOut, ...lowPart(scheme, profiles) };
}
