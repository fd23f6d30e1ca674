import type { Assessment, Dataset } from "../data/dataset.js";
import type { SimulationOptions } from "../../statistics/bootstrap.js";
import type { Alternative } from "../../statistics/kendall.js";
import { correlation } from "./correlation.js";
import type { Correlation } from "./correlation.js";

/** A column of a table of context, for each assessment's council; null where it is not known. */
export function contextValues(
  dataset: Dataset,
  table: string,
  column: string,
  assessments: readonly Pick<Assessment, "gssCode">[],
): (number | null)[] {
  const values = new Map<string, number>();
  for (const row of dataset.context[table] ?? []) {
    const value = row[column];
    if (typeof value === "number") values.set(String(row.gss_code), value);
  }
  return assessments.map(({ gssCode }) => values.get(gssCode) ?? null);
}

/** Tau-b of the values with the sums of the assessments, all of them known, where both are. */
export function sumCorrelation(
  values: readonly (number | null)[],
  assessments: readonly Assessment[],
  options: SimulationOptions & { readonly alternative?: Alternative } = {},
): Correlation {
  const known = assessments.map((_, i) => i).filter((i) => values[i] !== null);
  return correlation(
    known.map((i) => values[i]!),
    known.map((i) => assessments[i].sum!),
    options,
  );
}
