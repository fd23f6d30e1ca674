import type { Dataset } from "../data/dataset.js";
import type { SimulationOptions } from "../../statistics/bootstrap.js";
import { varianceOf } from "../../ratings/variance.js";
import type { Piece, VarianceSplit } from "../../ratings/variance.js";
import { selectProfiles } from "./councilProfiles.js";
import type { AnalysisOptions, Selection } from "./select.js";

/** Where the variation of the scores lies. */
export const components = ["statement", "rating", "sumWithinRating", "residual"] as const;
export type Component = (typeof components)[number];

/** Four shares of the total, each 0 to 1; they add to one where all are known. */
export interface Variance
  extends
    Pick<Selection, "scheme" | "set" | "n" | "leftOut">,
    Pick<VarianceSplit, "total" | "bootstrap" | "incomputable">,
    Readonly<Record<Component, number | null>> {
  readonly intervals: Readonly<Record<Component, readonly [number, number] | null>>;
}

/** What holds for any scheme's parts, said of statements. */
function ofStatements<T>(values: Readonly<Record<Piece, T>>): Record<Component, T> {
  const { part: statement, rating, sumWithinRating, residual } = values;
  return { statement, rating, sumWithinRating, residual };
}

/**
 * How much of the published variation of the scores lies between statements, between words, between
 * councils of the same word, and in councils' own patterns; see {@link varianceOf}. An account of
 * what was published, not a test that the patterns mean anything. The word is the one that the
 * scores carry.
 */
export function variance(
  dataset: Dataset,
  options: AnalysisOptions & SimulationOptions = {},
): Variance {
  const { scheme, set, n, leftOut, profiles } = selectProfiles(dataset, options);
  const split = varianceOf(scheme, profiles, options);
  return {
    scheme,
    set,
    n,
    leftOut,
    total: split.total,
    ...ofStatements(split),
    intervals: ofStatements(split.intervals),
    bootstrap: split.bootstrap,
    incomputable: split.incomputable.map(({ quantity, reason }) => ({
      quantity: quantity.replace(/\bpart$/, "statement"),
      reason,
    })),
  };
}
