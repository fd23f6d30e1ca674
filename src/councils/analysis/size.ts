import type { Assessment, Dataset } from "../data/dataset.js";
import type { SimulationOptions } from "../../statistics/bootstrap.js";
import { tauB } from "../../statistics/kendall.js";
import type { Correlation } from "./correlation.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";
import { contextValues, sumCorrelation } from "./sumCorrelation.js";

export interface Size extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  readonly all: Correlation;
  /** Councils of the set whose population is not in the data: neither tau-b counts them. */
  readonly withoutPopulation: readonly string[];
  /** Tau-b without councils published to `laterThan` or whose date is not known. */
  readonly laterTauB: number | null;
  /** The last month, `YYYY-MM`, of the reports from which the claim arose. */
  readonly laterThan: string;
}

const laterThan = "2025-05";

/** Whether a report came after those from which the claim that larger councils do better arose. */
export function isLater({ published }: Pick<Assessment, "published">): boolean {
  return (published ?? "").slice(0, 7) > laterThan;
}

function populations(dataset: Dataset, assessments: readonly Assessment[]) {
  return contextValues(dataset, "population", "pop_18_plus", assessments);
}

function correlate(
  dataset: Dataset,
  assessments: readonly Assessment[],
  { replicates, seed }: SimulationOptions,
): Correlation {
  const values = populations(dataset, assessments);
  return sumCorrelation(values, assessments, { alternative: "greater", replicates, seed });
}

/**
 * Whether larger councils do better: tau-b of the sum of nine scores with the population aged 18
 * and over, one-sided. It is the same for the population and its logarithm.
 */
export function size(dataset: Dataset, options: AnalysisOptions & SimulationOptions = {}): Size {
  const { scheme, set, assessments, n, leftOut } = select(dataset, "scores", options);
  const values = populations(dataset, assessments);
  const later = assessments.flatMap((a, i) =>
    isLater(a) && values[i] !== null ? [{ population: values[i], sum: a.sum! }] : [],
  );
  return {
    scheme,
    set,
    n,
    leftOut,
    all: correlate(dataset, assessments, options),
    withoutPopulation: assessments.flatMap((a, i) => (values[i] === null ? [a.council] : [])),
    laterTauB: tauB(
      later.map(({ population }) => population),
      later.map(({ sum }) => sum),
    ),
    laterThan,
  };
}

/** The same among the later councils alone, with its interval and test. */
export function sizeAmongLater(
  dataset: Dataset,
  options: AnalysisOptions & SimulationOptions = {},
): Correlation {
  const { assessments } = select(dataset, "scores", options);
  return correlate(dataset, assessments.filter(isLater), options);
}
