import type { Dataset } from "../data/dataset.js";
import type { Bootstrap, SimulationOptions } from "../statistics/bootstrap.js";
import type { Incomputable } from "./incomputable.js";
import type { AnalysisOptions, Selection } from "./select.js";

export const components = ["statement", "rating", "sumWithinRating", "residual"] as const;
export type Component = (typeof components)[number];

type Interval = readonly [number, number];

export interface Variance
  extends Pick<Selection, "set" | "n" | "leftOut">, Readonly<Record<Component, number | null>> {
  /** The total sum of squares of the scores about their mean. */
  readonly total: number | null;
  readonly intervals: Readonly<Record<Component, Interval | null>>;
  /** How the intervals were made; null where there was nothing to draw. */
  readonly bootstrap: Omit<Bootstrap, "intervals" | "undefinedDraws"> | null;
  readonly incomputable: readonly Incomputable[];
}

export declare function variance(
  dataset: Dataset,
  options?: AnalysisOptions & SimulationOptions,
): Variance;
