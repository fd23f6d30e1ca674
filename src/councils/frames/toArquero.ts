import type { Assessment } from "../data/dataset.js";
import { toColumns } from "./toColumns.js";

/** What Ninefold uses of Arquero, so that it need not be installed. */
export interface ArqueroLike<Table> {
  table(columns: object): Table;
}

/**
 * Assessments as an Arquero table, one row each, in the order given; columns as in `Columns`.
 *
 *     import * as aq from "arquero";
 *     const table = toArquero(aq, select(dataset, "sum").assessments);
 *
 * An unknown number is `NaN`: `op.mean`, `op.min` and the like leave it out, `op.valid` counts the
 * known ones, `op.count` counts rows, and `filter((d) => op.is_finite(d.sum))` keeps the known.
 *
 * @param aq the Arquero module (8 or later), which stays the caller's dependency
 */
export function toArquero<Table>(
  aq: ArqueroLike<Table>,
  assessments: readonly Assessment[],
): Table {
  const { texts, numbers } = toColumns(assessments);
  return aq.table({ ...texts, ...numbers });
}
