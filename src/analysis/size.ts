import type { Assessment, Dataset } from "../data/dataset.js";
import type { SimulationOptions } from "../statistics/bootstrap.js";
import type { Correlation } from "./correlation.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";
import { contextValues, sumCorrelation } from "./sumCorrelation.js";

export interface Size extends Pick<Selection, "set" | "n" | "leftOut"> {
  readonly all: Correlation;
  /** Councils of the set whose population is not in the data: they are in neither correlation. */
  readonly withoutPopulation: readonly string[];
  /** Without councils published to `laterThan` or whose date is not known. */
  readonly later: Correlation;
  /** The last month, `YYYY-MM`, of the reports from which the claim arose. */
  readonly laterThan: string;
}

const laterThan = "2025-05";

/** Whether a report came after those from which the claim that larger councils do better arose. */
export function isLater({ published }: Pick<Assessment, "published">): boolean {
  return (published ?? "").slice(0, 7) > laterThan;
}

/**
 * Whether larger councils do better: tau-b of the sum of nine scores with the population aged 18
 * and over, one-sided. It is the same for the population and its logarithm.
 */
export function size(dataset: Dataset, options: AnalysisOptions & SimulationOptions = {}): Size {
  const { set, assessments, n, leftOut } = select(dataset, "scores", options);
  const { replicates, seed } = options;
  const populations = (of: readonly Assessment[]) =>
    contextValues(dataset, "population", "pop_18_plus", of);
  const correlate = (of: readonly Assessment[]) =>
    sumCorrelation(populations(of), of, {
      alternative: "greater",
      replicates,
      seed,
    });
  return {
    set,
    n,
    leftOut,
    all: correlate(assessments),
    withoutPopulation: populations(assessments).flatMap((value, i) =>
      value === null ? [assessments[i].council] : [],
    ),
    later: correlate(assessments.filter(isLater)),
    laterThan,
  };
}
