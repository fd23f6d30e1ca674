import type { Assessment, ContextRow, Dataset } from "../data/dataset.js";
import type { SimulationOptions } from "../../statistics/bootstrap.js";
import { maxTau } from "../../statistics/maxTau.js";
import type { Incomputable } from "../../ratings/incomputable.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";

/** A measure of the family fixed in advance, and its value for each assessment. */
export interface OutcomeValues {
  /** As in the Adult Social Care Outcomes Framework: `1a`, `3c(2)`. */
  readonly measure: string;
  readonly description: string;
  /** Of the last period that ended before publication; null where it is not known. */
  readonly values: readonly (number | null)[];
}

export interface Outcomes extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  /** The largest tau-b with the sum over the measures, in one test; one-sided. */
  readonly maxTau: {
    /** How many measures were looked at, of which this is the largest. */
    readonly looks: number;
    readonly measure: string;
    readonly description: string;
    readonly tauB: number;
    /** Councils of the set for which that measure is known. */
    readonly n: number;
    readonly permutationP: number;
    readonly replicates: number;
    readonly seed: number;
  } | null;
  readonly incomputable: readonly Incomputable[];
}

/** The last day of a financial year written `2023-24`. */
function endOfPeriod(period: string): string {
  return `${Number(period.slice(0, 4)) + 1}-03-31`;
}

function valuesBefore(
  rows: readonly ContextRow[],
  assessments: readonly Assessment[],
): (number | null)[] {
  const periods = [...new Set(rows.map((row) => String(row.period)))].sort();
  const values = new Map<string, number>();
  for (const row of rows)
    if (typeof row.outcome === "number")
      values.set(`${String(row.gss_code)} ${String(row.period)}`, row.outcome);
  return assessments.map(({ gssCode, published }) => {
    const period = periods.findLast((one) => published !== null && endOfPeriod(one) < published);
    return period === undefined ? null : (values.get(`${gssCode} ${period}`) ?? null);
  });
}

/**
 * A measure for each assessment's council, of the last period that ended before the report was
 * published; null where it is not known.
 */
export function measureBefore(
  dataset: Dataset,
  measure: string,
  assessments: readonly Assessment[],
): (number | null)[] {
  const rows = (dataset.context["ascof-long"] ?? []).filter((row) => row.measure === measure);
  return valuesBefore(rows, assessments);
}

/** The measures that the data's table of measures marks as the family fixed in advance. */
export function outcomeValues(
  dataset: Dataset,
  assessments: readonly Assessment[],
): OutcomeValues[] {
  return (dataset.context["ascof-measures"] ?? [])
    .filter((row) => row.c18_family !== null)
    .map(({ measure, description }) => ({
      measure: String(measure),
      description: String(description),
      values: measureBefore(dataset, String(measure), assessments),
    }));
}

/** Whether sums go with any of the outcomes where higher is better: one test of them all. */
export function outcomes(
  dataset: Dataset,
  options: AnalysisOptions & SimulationOptions = {},
): Outcomes {
  const { scheme, set, assessments, n, leftOut } = select(dataset, "scores", options);
  const { replicates, seed } = options;
  const measures = outcomeValues(dataset, assessments);
  const largest = maxTau(
    measures.map(({ values }) => values),
    assessments.map((a) => a.sum!),
    { replicates, seed },
  );
  return {
    scheme,
    set,
    n,
    leftOut,
    maxTau: largest && {
      looks: measures.length,
      measure: measures[largest.index].measure,
      description: measures[largest.index].description,
      tauB: largest.tauB,
      n: measures[largest.index].values.filter((value) => value !== null).length,
      permutationP: largest.permutation.p,
      replicates: largest.permutation.replicates,
      seed: largest.permutation.seed,
    },
    incomputable: largest
      ? []
      : [{ quantity: "maxTau", reason: "no outcome varies with a known sum" }],
  };
}
