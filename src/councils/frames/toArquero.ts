import type { Assessment } from "../data/dataset.js";
import type { Scheme } from "../../ratings/scheme.js";
import { toColumns } from "./toColumns.js";

/** What Ninefold uses of Arquero, so that it need not be installed. */
export interface ArqueroLike<Table> {
  table(columns: object): Table;
}

/**
 * Assessments as an Arquero table, one row each, in the order given; columns as in `Columns`.
 *
 *     import * as aq from "arquero";
 *     const { assessments, scheme } = select(dataset, "sum");
 *     const table = toArquero(aq, assessments, scheme);
 *
 * An unknown number is `NaN`: `op.mean`, `op.min` and the like leave it out, `op.valid` counts the
 * known ones, `op.count` counts rows, and `filter((d) => op.is_finite(d.sum))` keeps the known.
 *
 * @param aq the Arquero module (8 or later), which stays the caller's dependency
 * @param scheme the scheme of the assessments, as `select` gives it
 */
export function toArquero<Table>(
  aq: ArqueroLike<Table>,
  assessments: readonly Assessment[],
  scheme: Scheme,
): Table {
  const { texts, numbers } = toColumns(assessments, scheme);
  return aq.table({ ...texts, ...numbers });
}
