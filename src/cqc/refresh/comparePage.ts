import type { Scheme } from "../../ratings/scheme.js";
import type { ParsedPage } from "../parse/parsedPage.js";
import type { Council } from "../../councils/data/dataset.js";
import type { Value } from "../../datapackage/tableSchema.js";
import { isPublishedInCompleteSet, type Completeness } from "../../councils/data/toDataset.js";
import type { Change, DiffItem, ValueChange } from "./diff.js";
import type { Match } from "./matchRows.js";

/** A row of assessments.csv and where it stands. */
export interface DataRow {
  readonly line: number;
  readonly values: Readonly<Record<string, Value>>;
}

/** The kind of page that CQC's own pages are, in the words of the data. */
const reportPage = "CQC report page";
/** The values on a page, by column. What is not on it is null. */
function valuesOf(parsed: ParsedPage, { parts }: Scheme): Record<string, Value> {
  return {
    rating: parsed.rating,
    score_pct: parsed.percentage,
    published: parsed.published,
    ...Object.fromEntries(parts.map(({ id }, i) => [id, parsed.scores[i] ?? null])),
  };
}

/** How the value of a row and that on a page differ; null where they do not. */
function compareValue(field: string, old: Value, value: Value, isSure: boolean): Change | null {
  if (value === null || value === old) return null;
  if (old === null) return "filled";
  // A day in the month that was known says more of the same.
  if (field === "published" && String(value).startsWith(`${old}-`)) return "filled";
  return isSure ? "revised" : "corrected";
}

export function inCompleteSet(values: Readonly<Record<string, Value>>, completeness: Completeness) {
  return (
    values.kind === "formal" &&
    values.status !== "withdrawn" &&
    isPublishedInCompleteSet(
      values.gss_code as string,
      values.published as string | null,
      completeness,
    )
  );
}

/**
 * What a page that the parser accepts says against the row of the data that it is of: that it is
 * new, that it changes the row, that it contradicts it, or, as null, nothing that the row does not
 * say.
 *
 * A contradiction is a value other than that of a row of high confidence, a date that would put a
 * report into the complete set or take it out, as the data say that set is whole, or a page that
 * says less than the row and disagrees; so is a page that may be of the row's assessment or of
 * another. A person settles it.
 */
export function comparePage(
  parsed: ParsedPage,
  url: string,
  match: Match | undefined,
  {
    councils,
    scheme,
    completeness,
  }: {
    readonly councils: readonly Council[];
    readonly scheme: Scheme;
    readonly completeness: Completeness;
  },
): DiffItem | null {
  const council = councils.find(({ gssCode }) => gssCode === parsed.gssCode);
  const { gssCode, kind, published, updated } = parsed;
  const item = { gssCode, council: council?.name ?? parsed.council, kind, published, updated, url };
  const refused = (reasons: readonly string[]): DiffItem => ({
    ...item,
    what: "contradicted",
    line: null,
    values: [],
    row: null,
    another: null,
    reasons,
  });
  if (parsed.problems.length > 0) return refused(parsed.problems);
  if (!council || kind === null || parsed.page !== "summary")
    return refused([`expected the summary of a council's report: ${parsed.page}`]);

  const onPage = valuesOf(parsed, scheme);
  const source = { source_url: url, source_kind: reportPage };
  const asNew = {
    gss_code: gssCode,
    council: council.name,
    kind,
    status: "published",
    confidence: "high",
    ...onPage,
    ...source,
    note: null,
  };
  if (!match) {
    const values = Object.entries(onPage).flatMap(([field, value]): ValueChange[] =>
      value === null ? [] : [{ field, old: null, new: value, change: "filled" }],
    );
    const enters = inCompleteSet(asNew, completeness);
    return {
      ...item,
      what: enters ? "contradicted" : "new",
      line: null,
      values,
      row: asNew,
      another: null,
      reasons: enters
        ? [`published by ${completeness.completeTo}, to which the data are complete without it`]
        : [],
    };
  }

  const { row, doubt } = match;
  const old = row.values;
  const isSure = old.confidence === "high";
  const values = Object.entries(onPage).flatMap(([field, value]): ValueChange[] => {
    const change = compareValue(field, old[field], value, isSure);
    return change === null ? [] : [{ field, old: old[field], new: value, change }];
  });
  const returns = old.status === "withdrawn";
  if (returns)
    values.unshift({ field: "status", old: "withdrawn", new: "revised", change: "revised" });
  // A row takes the page's address and its confidence where the page states all that it holds.
  const covers = Object.entries(onPage).every(
    ([field, value]) => value !== null || old[field] === null,
  );
  const next: Record<string, Value> = { ...old };
  for (const { field, new: value } of values) next[field] = value;
  if (values.some(({ change }) => change === "revised")) next.status = "revised";
  if (covers) Object.assign(next, source, { confidence: "high" });
  const reasons = doubt === null ? [] : [doubt];
  const revised = values
    .filter(({ change }) => change === "revised")
    .map(({ field, old: before, new: now }) =>
      field === "status"
        ? "withdrawn in the data, but listed"
        : `${field}: ${before} in the data, of high confidence, but ${now} on the page`,
    );
  reasons.push(...revised);
  if (!covers && values.some(({ change }) => change === "corrected"))
    reasons.push("the page disagrees with the row, and does not say all that the row holds");
  const [before, after] = [inCompleteSet(old, completeness), inCompleteSet(next, completeness)];
  if (before !== after && !returns)
    reasons.push(
      `${after ? "enters" : "leaves"} the complete set with ${published}, though the data are complete to ${completeness.completeTo} ${after ? "without" : "with"} it`,
    );
  const same = Object.keys(next).every((field) => next[field] === old[field]);
  if (same && doubt === null) return null;
  return {
    ...item,
    what: reasons.length > 0 ? "contradicted" : "changed",
    line: row.line,
    values,
    row: next,
    another: doubt === null ? null : asNew,
    reasons,
  };
}
