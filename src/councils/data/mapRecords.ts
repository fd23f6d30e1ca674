import type { Dataset } from "./dataset.js";
import { tablesWhenRead } from "./tablesWhenRead.js";

/**
 * A dataset with each record, and what holds them, made anew by a function that is told what such
 * records are called.
 */
export function mapRecords(
  dataset: Dataset,
  make: <T extends object>(what: string, record: T) => T,
): Dataset {
  const each = <T extends object>(what: string, records: readonly T[]) =>
    Object.freeze(records.map((record) => make(what, record)));
  return make("datasets", {
    ...dataset,
    assessments: each("assessments", dataset.assessments),
    councils: each("councils", dataset.councils),
    interventions: each("interventions", dataset.interventions),
    revisions: each("revisions", dataset.revisions),
    successors: each("successors", dataset.successors),
    // Which tables a dataset has differs from one to another: asking for one is no mistake.
    context: tablesWhenRead(Object.keys(dataset.context), (name) =>
      each(`rows of ${name}`, dataset.context[name]),
    ),
  });
}
