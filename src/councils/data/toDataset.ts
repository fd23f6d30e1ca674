import {
  ratingOfScores,
  ratingOfSum,
  sumOfPercentage,
  sumOfScores,
  type Rating,
  type Scheme,
  type Score,
} from "../../ratings/scheme.js";
import type {
  Assessment,
  Confidence,
  Council,
  Dataset,
  InterventionEvent,
  Kind,
  Revision,
  Status,
  Succession,
} from "./dataset.js";
import type { ContextRow } from "./dataset.js";

/** What a row of assessments.csv says, before anything is derived from it. */
export interface AssessmentSpec {
  readonly gssCode: string;
  readonly council: string;
  /** The id of a scheme. */
  readonly scheme: string;
  readonly kind: Kind;
  readonly status: Status;
  readonly confidence: Confidence;
  readonly rating: Rating | null;
  readonly percentage: number | null;
  readonly published: string | null;
  readonly scores: readonly (Score | null)[];
  readonly sourceUrl: string;
  readonly sourceKind: string;
  readonly note: string | null;
  readonly disputes?: Assessment["disputes"];
}

/** Up to when the assessments are a complete, consecutive set of reports. */
export interface Completeness {
  /** `YYYY-MM-DD`. */
  readonly completeTo: string;
  /**
   * Codes of the councils whose report is dated only by the month of `completeTo` and is known to
   * have been published by that day.
   */
  readonly completeIncludes: readonly string[];
}

/** A record before its code has both names. */
export type Uncoded<R> = Omit<R, "gss_code">;

export interface DatasetSpec extends Completeness {
  readonly schemes: readonly Scheme[];
  /** The id of the scheme that analyses take where they are not told another. */
  readonly scheme: string;
  readonly assessments: readonly AssessmentSpec[];
  readonly councils: readonly Uncoded<Council>[];
  readonly interventions: readonly Uncoded<InterventionEvent>[];
  readonly revisions: readonly Uncoded<Revision>[];
  readonly profiles?: Dataset["profiles"];
  readonly successors?: readonly Succession[];
  readonly context: Readonly<Record<string, readonly ContextRow[]>>;
  readonly vintage: string;
  readonly publishedBy?: string;
  readonly files: Dataset["files"];
}

/** Whether a day, `YYYY-MM-DD`, is the last of its month. */
export function endsMonth(day: string): boolean {
  const [year, month, date] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, date + 1)).getUTCDate() === 1;
}

/**
 * Whether a report of that date belongs to the complete set, as far as the date goes. One dated by
 * the month of `completeTo` does where that month has ended by then, or where it is known to.
 */
export function isPublishedInCompleteSet(
  gssCode: string,
  published: string | null,
  { completeTo, completeIncludes }: Completeness,
): boolean {
  if (published === null) return false;
  const month = completeTo.slice(0, 7);
  if (published !== month) return published <= completeTo;
  return endsMonth(completeTo) || completeIncludes.includes(gssCode);
}

function isInCompleteSet(spec: AssessmentSpec, completeness: Completeness): boolean {
  const { kind, status, published, gssCode } = spec;
  if (kind !== "formal" || status === "withdrawn") return false;
  return isPublishedInCompleteSet(gssCode, published, completeness);
}

function toAssessment(
  spec: AssessmentSpec,
  council: Uncoded<Council> | undefined,
  scheme: Scheme,
  completeness: Completeness,
): Assessment {
  if (!council) throw new Error(`assessment of an unknown council: ${spec.gssCode}`);
  const sum =
    sumOfScores(scheme, spec.scores) ??
    (spec.percentage === null ? null : sumOfPercentage(scheme, spec.percentage));
  const implied =
    scheme.whole.rule === "sum" && sum !== null
      ? ratingOfSum(scheme, sum)
      : ratingOfScores(scheme, spec.scores);
  return Object.freeze({
    ...spec,
    gss_code: spec.gssCode,
    council: council.name,
    region: council.region,
    councilType: council.type,
    scores: Object.freeze([...spec.scores]),
    sum,
    impliedRating: implied,
    inCompleteSet: isInCompleteSet(spec, completeness),
  });
}

/** Frozen records whose code has both of its names. */
function coded<R extends { readonly gssCode: string }>(
  records: readonly R[],
): readonly (R & { readonly gss_code: string })[] {
  return Object.freeze(
    records.map((record) => Object.freeze({ ...record, gss_code: record.gssCode })),
  );
}

/** Joins validated rows into a frozen dataset and derives sums, implied words and set membership. */
export function toDataset(spec: DatasetSpec): Dataset {
  const councils = new Map(spec.councils.map((council) => [council.gssCode, council]));
  const schemeOf = (id: string): Scheme => {
    const scheme = spec.schemes.find((one) => one.id === id);
    if (!scheme) throw new Error(`assessment under an unknown scheme: ${id}`);
    return scheme;
  };
  return Object.freeze({
    scheme: schemeOf(spec.scheme),
    schemes: Object.freeze([...spec.schemes]),
    assessments: Object.freeze(
      spec.assessments.map((a) =>
        toAssessment(a, councils.get(a.gssCode), schemeOf(a.scheme), spec),
      ),
    ),
    councils: coded(spec.councils),
    interventions: coded(spec.interventions),
    revisions: coded(spec.revisions),
    profiles: Object.freeze({ ...spec.profiles }),
    successors: Object.freeze((spec.successors ?? []).map((one) => Object.freeze({ ...one }))),
    context: Object.freeze({ ...spec.context }),
    completeTo: spec.completeTo,
    vintage: spec.vintage,
    publishedBy: spec.publishedBy ?? null,
    files: Object.freeze([...spec.files]),
  });
}
