import type { Dataset } from "../data/dataset.js";
import type { SimulationOptions } from "../../statistics/bootstrap.js";
import { parallelAnalysis } from "../../statistics/parallelAnalysis.js";
import type { ParallelAnalysis } from "../../statistics/parallelAnalysis.js";
import type { Incomputable } from "../../ratings/incomputable.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";

/** How many dimensions nine scores have, by parallel analysis. */
export interface Dimension extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  /** Null where a statement does not vary. */
  readonly parallel: ParallelAnalysis | null;
  readonly incomputable: readonly Incomputable[];
}

const draws = 1000;

/**
 * How many factors the nine scores show, by parallel analysis with at most 1,000 draws. Descriptive only:
 * four themes that correlate at .8 give one factor too.
 */
export function dimension(
  dataset: Dataset,
  options: AnalysisOptions & SimulationOptions = {},
): Dimension {
  const { scheme, set, assessments, n, leftOut } = select(dataset, "scores", options);
  const { value, reason } = parallelAnalysis(
    assessments.map((a) => a.scores.map(Number)),
    { ...options, replicates: Math.min(options.replicates ?? draws, draws) },
  );
  const incomputable = reason === null ? [] : [{ quantity: "parallel", reason }];
  return { scheme, set, n, leftOut, parallel: value, incomputable };
}
