import type { Dataset } from "../data/dataset.js";
import type { SimulationOptions } from "../../statistics/bootstrap.js";
import { holm } from "../../statistics/holm.js";
import { lacking } from "./correlation.js";
import type { Correlation } from "./correlation.js";
import type { Incomputable } from "../../ratings/incomputable.js";
import { outcomes as testOutcomes, outcomeValues } from "./outcomes.js";
import type { Outcomes, OutcomeValues } from "./outcomes.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";
import { size as correlateSize, sizeAmongLater } from "./size.js";
import type { Size } from "./size.js";
import { contextValues, sumCorrelation } from "./sumCorrelation.js";

/** A correlation of the family that Holm's adjustment covers. */
export interface FamilyCorrelation extends Correlation {
  /** The permutation p, adjusted by Holm over outcomes, deprivation and age. */
  readonly adjustedP: number | null;
}

export interface OutcomeCorrelation
  extends FamilyCorrelation, Pick<OutcomeValues, "measure" | "description"> {}

/** How totals go with size, deprivation and measured outcomes: Kendall's tau-b with intervals. */
export interface Context
  extends Pick<Selection, "scheme" | "set" | "n" | "leftOut">, Pick<Outcomes, "maxTau"> {
  readonly size: Pick<Size, "all" | "laterThan"> & { readonly later: Correlation };
  /** Of the measures where higher is better, each of the last period before publication. */
  readonly outcomes: readonly OutcomeCorrelation[];
  /** With the average score of the Index of Multiple Deprivation 2025. */
  readonly deprivation: FamilyCorrelation;
  /** With the share of adults aged 65 and over. */
  readonly age: FamilyCorrelation;
  readonly incomputable: readonly Incomputable[];
}

/**
 * Whether the sum of nine scores goes with the size of a council, with what its people and carers
 * report (the measures that the data's table of measures marks as the family fixed in advance),
 * with deprivation and with age structure. Kendall's tau-b each; a measure's n differs where a
 * value or a date is not known. Correlations of councils say nothing of causes.
 */
export function context(
  dataset: Dataset,
  options: AnalysisOptions & SimulationOptions = {},
): Context {
  const { scheme, set, assessments, n, leftOut } = select(dataset, "scores", options);
  const { replicates, seed } = options;
  const correlate = (values: readonly (number | null)[]) =>
    sumCorrelation(values, assessments, { replicates, seed });
  const correlateWith = (table: string, column: string) =>
    correlate(contextValues(dataset, table, column, assessments));
  const { all, laterThan } = correlateSize(dataset, options);
  const later = sizeAmongLater(dataset, options);

  const measures = outcomeValues(dataset, assessments);
  const family = [
    ...measures.map(({ values }) => correlate(values)),
    correlateWith("deprivation", "imd_average_score"),
    correlateWith("population", "share_65plus_of_adults"),
  ];
  const tested = family.filter((one) => one.permutationP !== null);
  const adjusted = holm(tested.map((one) => one.permutationP!));
  const covered = family.map((one) => ({
    ...one,
    adjustedP: adjusted[tested.indexOf(one)] ?? null,
  }));
  const outcomes = measures.map(({ measure, description }, i) => ({
    measure,
    description,
    ...covered[i],
  }));
  const [deprivation, age] = covered.slice(measures.length);

  const { maxTau, incomputable } = testOutcomes(dataset, options);
  const named: [string, Correlation][] = [
    ["size.all", all],
    ["size.later", later],
    ...outcomes.map((one): [string, Correlation] => [`outcomes.${one.measure}`, one]),
    ["deprivation", deprivation],
    ["age", age],
  ];
  const without = named.flatMap(([quantity, one]) => lacking(quantity, one));
  return {
    scheme,
    set,
    n,
    leftOut,
    size: { all, later, laterThan },
    outcomes,
    maxTau,
    deprivation,
    age,
    incomputable: [...without, ...incomputable],
  };
}
