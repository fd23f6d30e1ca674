import type { Value } from "../../datapackage/tableSchema.js";
import { asText } from "../../councils/data/revisionRules.js";
import type { DataRow } from "./comparePage.js";
import type { DiffItem } from "./diff.js";

type Values = Readonly<Record<string, Value>>;

/** Rows of a table that are replaced, by their line, and those that are added. */
export interface TableChange {
  readonly replaced: ReadonlyMap<number, Values>;
  readonly added: readonly Values[];
}

const reasons = { revised: "revision", corrected: "correction", withdrawn: "withdrawal" } as const;

/** The rows of revisions.csv that a change of a row brings: each value that was another before. */
function revisionsOf({ row, values, updated, url }: DiffItem, day: string): Values[] {
  return values.flatMap(({ field, old, new: value, change }): Values[] => {
    if (change === "filled") return [];
    // The page's own date of its last change, where that can be the day of the revision.
    const published = (row?.published ?? null) as string | null;
    const dated = change === "revised" && updated !== null && updated > (published ?? "");
    return [
      {
        gss_code: row!.gss_code,
        council: row!.council,
        kind: row!.kind,
        scheme: row!.scheme ?? null,
        published,
        field,
        reason: reasons[change],
        old: asText(old),
        new: asText(value),
        date: dated ? updated : `by ${day}`,
        source_url: url,
        note: change === "withdrawn" ? "Not in CQC's listing, and its page is gone" : null,
      },
    ];
  });
}

/** What accepting the items of a diff changes in assessments.csv and in revisions.csv. */
export function rowsToWrite(
  items: readonly DiffItem[],
  assessments: readonly DataRow[],
  revisions: readonly DataRow[],
  day: string,
): { readonly assessments: TableChange; readonly revisions: TableChange } {
  const changed = items.filter(({ line }) => line !== null);
  const key = (values: Values) => `${values.published ?? ""}`;
  const added = items.filter(({ line }) => line === null).map(({ row }) => row!);
  added.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  // Earlier revisions name the assessment by its date, which may have become known.
  const moved = new Map<number, Values>();
  for (const { line, row } of changed) {
    const before = assessments.find((one) => one.line === line)!.values;
    if (before.published === row!.published) continue;
    for (const { line: at, values } of revisions)
      if (
        ["gss_code", "kind", "scheme", "published"].every((name) => values[name] === before[name])
      )
        moved.set(at, { ...values, published: row!.published });
  }
  return {
    assessments: {
      replaced: new Map(changed.map(({ line, row }) => [line!, row!])),
      added,
    },
    revisions: { replaced: moved, added: changed.flatMap((item) => revisionsOf(item, day)) },
  };
}
