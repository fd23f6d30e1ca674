import type { Council, Dataset } from "./dataset.js";
import { tablesWhenRead } from "./tablesWhenRead.js";

/** Which councils to keep; `null` or left out keeps all. */
export interface Within {
  /** As in the data: "North East". */
  readonly region?: string | null;
  /** As in the data: "London borough". */
  readonly type?: string | null;
}

/** Throws a RangeError that lists the names which some council has, for one that none has. */
function checkKnown(what: string, name: string | null, known: readonly string[]): void {
  if (name === null || known.length === 0 || known.includes(name)) return;
  const names = [...new Set(known)].sort();
  throw new RangeError(`${what}: expected ${names.join(", ")}: ${name}`);
}

/**
 * The dataset of the councils of one region, one type, or both: their assessments, events and rows
 * of context. Rows of context about no council, such as England's, stay. An analysis of it says
 * what those councils show, of whom there may be few. Throws a RangeError for a region or a type
 * that no council of the dataset has.
 */
export function within(dataset: Dataset, { region = null, type = null }: Within): Dataset {
  if (region === null && type === null) return dataset;
  const { councils: all } = dataset;
  checkKnown(
    "region",
    region,
    all.map((council) => council.region),
  );
  checkKnown(
    "type",
    type,
    all.map((council) => council.type),
  );
  const isKept = (council: Council) =>
    (region === null || council.region === region) && (type === null || council.type === type);
  const councils = dataset.councils.filter(isKept);
  const kept = new Set(councils.map(({ gssCode }) => gssCode));
  const others = new Set(
    dataset.councils.map(({ gssCode }) => gssCode).filter((code) => !kept.has(code)),
  );
  const keep = <T>(rows: readonly T[], codeOf: (row: T) => unknown) =>
    Object.freeze(rows.filter((row) => !others.has(codeOf(row) as string)));
  return Object.freeze({
    ...dataset,
    councils: Object.freeze(councils),
    assessments: keep(dataset.assessments, ({ gssCode }) => gssCode),
    interventions: keep(dataset.interventions, ({ gssCode }) => gssCode),
    context: tablesWhenRead(Object.keys(dataset.context), (name) =>
      keep(dataset.context[name], ({ gss_code: code }) => code),
    ),
  });
}
