import type { Assessment, ContextRow, Dataset } from "../data/dataset.js";
import type { SimulationOptions } from "../statistics/bootstrap.js";
import { holm } from "../statistics/holm.js";
import type { Alternative } from "../statistics/kendall.js";
import { maxTau } from "../statistics/maxTau.js";
import { correlation } from "./correlation.js";
import type { Correlation } from "./correlation.js";
import type { Incomputable } from "./incomputable.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";

/** A correlation of the family that Holm's adjustment covers. */
export interface FamilyCorrelation extends Correlation {
  /** The permutation p, adjusted by Holm over outcomes, deprivation and age. */
  readonly adjustedP: number | null;
}

export interface OutcomeCorrelation extends FamilyCorrelation {
  /** As in the Adult Social Care Outcomes Framework: `1a`, `3c(2)`. */
  readonly measure: string;
  readonly description: string;
}

export interface Context extends Pick<Selection, "set" | "n" | "leftOut"> {
  /**
   * With the population aged 18 and over; one-sided, larger councils doing better. Tau-b is the
   * same for the population and its logarithm. `later`: without councils published to May 2025,
   * where the claim arose, or whose date is not known.
   */
  readonly size: {
    readonly all: Correlation;
    readonly later: Correlation;
    /** The last month, `YYYY-MM`, that `later` leaves out. */
    readonly laterThan: string;
  };
  /** Of the measures where higher is better, each of the last period before publication. */
  readonly outcomes: readonly OutcomeCorrelation[];
  /** The largest tau-b of the outcomes in one test; one-sided. */
  readonly maxTau: {
    readonly measure: string;
    readonly tauB: number;
    readonly n: number;
    readonly permutationP: number;
    readonly replicates: number;
    readonly seed: number;
  } | null;
  /** With the average score of the Index of Multiple Deprivation 2025. */
  readonly deprivation: FamilyCorrelation;
  /** With the share of adults aged 65 and over. */
  readonly age: FamilyCorrelation;
  readonly incomputable: readonly Incomputable[];
}

const laterThan = "2025-05";

/** The last day of a financial year written `2023-24`. */
function endOfPeriod(period: string): string {
  return `${Number(period.slice(0, 4)) + 1}-03-31`;
}

function column(rows: readonly ContextRow[], name: string): Map<string, number> {
  return new Map(
    rows.flatMap((row) => {
      const value = row[name];
      return typeof value === "number" ? [[String(row.gss_code), value] as const] : [];
    }),
  );
}

/** For each assessment, the measure's value in its last period that ended before publication. */
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
 * Whether the sum of nine scores goes with the size of a council, with what its people and carers
 * report (the measures that the data's table of measures marks as the family fixed in advance),
 * with deprivation and with age structure. Kendall's tau-b each; a measure's n differs where a
 * value or a date is not known. Correlations of councils say nothing of causes.
 */
export function context(
  dataset: Dataset,
  options: AnalysisOptions & SimulationOptions = {},
): Context {
  const { set, assessments, n, leftOut } = select(dataset, "scores", options);
  const { replicates, seed } = options;
  const rows = (name: string) => dataset.context[name] ?? [];
  const correlate = (
    values: readonly (number | null)[],
    of: readonly Assessment[],
    alternative: Alternative = "two-sided",
  ) => {
    const known = of.map((_, i) => i).filter((i) => values[i] !== null);
    const x = known.map((i) => values[i]!);
    const y = known.map((i) => of[i].sum!);
    return correlation(x, y, { alternative, replicates, seed });
  };
  const correlateWith = (name: string, key: string) => {
    const values = column(rows(name), key);
    return (of: readonly Assessment[], alternative?: Alternative) =>
      correlate(
        of.map((a) => values.get(a.gssCode) ?? null),
        of,
        alternative,
      );
  };
  const withPopulation = correlateWith("population", "pop_18_plus");
  const later = assessments.filter((a) => (a.published ?? "").slice(0, 7) > laterThan);
  const size = {
    all: withPopulation(assessments, "greater"),
    later: withPopulation(later, "greater"),
    laterThan,
  };

  const measures = rows("ascof-measures").filter((row) => row.c18_family !== null);
  const values = measures.map(({ measure }) =>
    valuesBefore(
      rows("ascof-long").filter((row) => row.measure === measure),
      assessments,
    ),
  );
  const family = [
    ...values.map((one) => correlate(one, assessments)),
    correlateWith("deprivation", "imd_average_score")(assessments),
    correlateWith("population", "share_65plus_of_adults")(assessments),
  ];
  const tested = family.filter((one) => one.permutationP !== null);
  const adjusted = holm(tested.map((one) => one.permutationP!));
  const covered = family.map((one) => ({
    ...one,
    adjustedP: adjusted[tested.indexOf(one)] ?? null,
  }));
  const outcomes = measures.map((row, i) => ({
    measure: String(row.measure),
    description: String(row.description),
    ...covered[i],
  }));
  const [deprivation, age] = covered.slice(measures.length);

  const largest = maxTau(
    values,
    assessments.map((a) => a.sum!),
    { replicates, seed },
  );
  const named: [string, Correlation][] = [
    ["size.all", size.all],
    ["size.later", size.later],
    ...outcomes.map((one): [string, Correlation] => [`outcomes.${one.measure}`, one]),
    ["deprivation", deprivation],
    ["age", age],
  ];
  const incomputable = named.flatMap(([quantity, { reason }]): Incomputable[] =>
    reason === null ? [] : [{ quantity, reason }],
  );
  return {
    set,
    n,
    leftOut,
    size,
    outcomes,
    maxTau: largest && {
      measure: outcomes[largest.index].measure,
      tauB: largest.tauB,
      n: largest.n,
      permutationP: largest.permutation.p,
      replicates: largest.permutation.replicates,
      seed: largest.permutation.seed,
    },
    deprivation,
    age,
    incomputable: largest
      ? incomputable
      : [...incomputable, { quantity: "maxTau", reason: "no outcome varies with a known sum" }],
  };
}
