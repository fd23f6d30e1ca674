import { assessmentKey } from "../data/assessmentKey.js";
import { compareAssessments, type Compared, type ValueChange } from "../data/compareAssessments.js";
import type { Dataset, Kind } from "../data/dataset.js";
import { keptOf, type KeptAssessment, type Vintage } from "../data/vintage.js";
import type { SetName } from "../analysis/select.js";
import type { Verdict } from "../analysis/heapingRule.js";

/** What became of an assessment. Its values are there only where they may be printed of a council. */
export interface AssessmentChange {
  readonly about: "assessment";
  readonly id: string;
  /** The day of the data that have it first, `YYYY-MM-DD`. */
  readonly on: string;
  /** `gone`: no longer in the data. */
  readonly what: "new" | "changed" | "withdrawn" | "gone";
  readonly gss_code: string;
  readonly council: string;
  readonly kind: Kind;
  readonly scheme: string;
  readonly published: string | null;
  /** One source alone has it, and nobody has read it on CQC's page. */
  readonly isConfirmed: boolean;
  /** The column, and what it held and holds; null for not known, or not to be printed. */
  readonly values: readonly ValueChange[];
  readonly source_url: string | null;
}

/** A claim whose verdict is another, or that is new: then `before` is null. */
export interface ClaimChange {
  readonly about: "claim";
  readonly id: string;
  readonly on: string;
  readonly claim: string;
  readonly text: string;
  readonly before: Verdict | null;
  readonly after: Verdict;
}

/** A number that a reader would quote and that moved. */
export interface NumberChange {
  readonly about: "number";
  readonly set: SetName;
  readonly quantity: string;
  readonly unit: string;
  readonly id: string;
  readonly on: string;
  readonly before: { readonly value: number | null; readonly n: number };
  readonly after: { readonly value: number | null; readonly n: number };
}

export type Change = AssessmentChange | ClaimChange | NumberChange;

const comparedOf = ({ gss_code: gssCode, score_pct: percentage, ...kept }: KeptAssessment) => ({
  ...kept,
  ...{ gssCode, percentage, council: gssCode },
});

const idOf = (on: string, ...parts: readonly (string | null)[]) =>
  ["urn:ninefold:change", on, ...parts.map((part) => encodeURIComponent(part ?? "undated"))].join(
    ":",
  );

type Row = Pick<Compared, "status" | "confidence"> | undefined;

/** What the newest data say, which are those printed. */
interface Latest {
  readonly schemes: Dataset["schemes"];
  readonly councils: ReadonlyMap<string, string>;
  /** By key. */
  readonly assessments: ReadonlyMap<string, Dataset["assessments"][number]>;
}

/** Whether what an assessment holds may be printed of its council. */
const isPublic = (row: Row) =>
  row !== undefined && row.status !== "withdrawn" && row.confidence !== "low";

const statuses = ["status", "confidence", "published"];

function assessmentChanges(
  before: Vintage,
  after: Vintage,
  { schemes, councils, assessments: latest }: Latest,
): AssessmentChange[] {
  const [older, newer] = [before, after].map(({ assessments }) => assessments.map(comparedOf));
  const { added, gone, changed } = compareAssessments(older, newer, schemes);
  type Named = (typeof added)[number];
  const find = (rows: typeof newer, one: Named) =>
    rows.find((row) => assessmentKey(row) === assessmentKey(one)) ??
    rows.find(
      (row) =>
        assessmentKey({ ...row, published: null }) === assessmentKey({ ...one, published: null }),
    );
  const change = (
    what: AssessmentChange["what"],
    one: Named,
    values: readonly ValueChange[],
  ): AssessmentChange => {
    const [then, now] = [find(older, one), find(newer, one)];
    const isShown = isPublic(latest.get(assessmentKey(one))) && isPublic(now);
    const shown = values.flatMap((value): ValueChange[] => {
      if (value.field === "confidence") return [];
      if (statuses.includes(value.field)) return [value];
      if (!isShown) return [];
      return [isPublic(then) ? value : { ...value, old: null }];
    });
    const { gssCode, kind, scheme, published } = one;
    return {
      about: "assessment",
      id: idOf(after.vintage, gssCode, kind, scheme, published),
      on: after.vintage,
      ...{ what, gss_code: gssCode, council: councils.get(gssCode) ?? gssCode },
      ...{ kind, scheme, published },
      isConfirmed: (now ?? then)?.confidence !== "low",
      values: shown,
      source_url: isShown ? latest.get(assessmentKey(one))!.sourceUrl : null,
    };
  };
  const isWithdrawn = (one: Named) => find(newer, one)?.status === "withdrawn";
  const isNews = ({ what, values }: AssessmentChange) => what !== "changed" || values.length > 0;
  return [
    ...added.map((one) => {
      const row = find(newer, one);
      const values: ValueChange[] = [
        { field: "rating", old: null, new: row?.rating ?? null },
        { field: "score_pct", old: null, new: row?.percentage ?? null },
      ];
      const known = values.filter((value) => value.new !== null);
      return change(isWithdrawn(one) ? "withdrawn" : "new", one, known);
    }),
    ...changed.map((one) => {
      const isNew = one.values.some(
        ({ field, new: now }) => field === "status" && now === "withdrawn",
      );
      return change(isNew ? "withdrawn" : "changed", one, one.values);
    }),
    ...gone.map((one) => change("gone", one, [])),
  ].filter(isNews);
}

function claimChanges(before: Vintage, after: Vintage): ClaimChange[] {
  const old = new Map(before.claims.map((claim) => [claim.id, claim.verdict]));
  return after.claims.flatMap(({ id, text, verdict }): ClaimChange[] => {
    const then = old.get(id) ?? null;
    if (then === verdict) return [];
    const on = after.vintage;
    const change = { about: "claim", id: idOf(on, "claim", id), on, claim: id, text } as const;
    return [{ ...change, before: then, after: verdict }];
  });
}

/**
 * Of the complete set alone: a number of all reports known counts ratings that are not confirmed too,
 * and where one such row is new the change would tell what it says.
 */
function numberChanges(before: Vintage, after: Vintage): NumberChange[] {
  const complete = after.numbers.filter(({ set }) => set === "complete");
  return complete.flatMap(({ set, quantity, unit, value, n }): NumberChange[] => {
    const then = before.numbers.find((one) => one.set === set && one.quantity === quantity);
    if (!then || (then.value === value && then.n === n)) return [];
    const on = after.vintage;
    return [
      {
        about: "number",
        ...{ id: idOf(on, "number", set, quantity), on, set, quantity, unit },
        before: { value: then.value, n: then.n },
        after: { value, n },
      },
    ];
  });
}

/**
 * What changed between each kept vintage and the next, and from the last of them to the data, whose
 * verdicts are not looked at: the newest first. A rating that is not confirmed, or of a report that
 * is withdrawn now, is in none of it.
 */
export function changes(vintages: readonly Vintage[], dataset: Dataset): readonly Change[] {
  const last = vintages.at(-1);
  if (!last) return [];
  const { vintage, completeTo, schemes, councils } = dataset;
  const assessments = dataset.assessments.map(keptOf);
  const now: Vintage = { ...last, vintage, completeTo, assessments };
  // What is kept of the data's own day is of these data.
  const earlier = vintage === last.vintage ? vintages.slice(0, -1) : vintages;
  const all = vintage >= last.vintage ? [...earlier, now] : vintages;
  const latest: Latest = {
    schemes,
    councils: new Map(councils.map(({ gssCode, name }) => [gssCode, name])),
    assessments: new Map(dataset.assessments.map((a) => [assessmentKey(a), a])),
  };
  return all
    .slice(1)
    .flatMap((after, i) => {
      const before = all[i];
      return [
        ...claimChanges(before, after),
        ...assessmentChanges(before, after, latest),
        ...numberChanges(before, after),
      ].map((change) => ({ change, i }));
    })
    .sort((a, b) => b.i - a.i)
    .map(({ change }) => change);
}
