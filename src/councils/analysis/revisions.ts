import { assessmentKey } from "../data/assessmentKey.js";
import type { Assessment, Dataset, Revision } from "../data/dataset.js";
import type { Scheme } from "../../ratings/scheme.js";

/** What has changed in the assessments since first publication, as far as is known. */
export interface Revisions {
  /** Assessments whose word CQC revised. */
  readonly words: number;
  /** Assessments of which CQC revised something else than the word, and not the word. */
  readonly otherReports: number;
  /** Assessments whose report CQC withdrew. */
  readonly withdrawals: number;
  /** Values that an earlier version of these data had otherwise, from another source. */
  readonly corrections: number;
  /** How many of each are known with low confidence. */
  readonly lowConfidence: Readonly<Record<"words" | "otherReports" | "withdrawals", number>>;
  /** Each change of a value, with the assessment that it is about. */
  readonly changes: readonly { readonly revision: Revision; readonly assessment: Assessment }[];
  /** The schemes that the assessments may be under. */
  readonly schemes: readonly Scheme[];
}

/** Counts what has changed since first publication. Blank tables give zeros. */
export function revisions(dataset: Dataset): Revisions {
  const known = new Map(dataset.assessments.map((a) => [assessmentKey(a), a]));
  const changes = dataset.revisions.flatMap((revision) => {
    const assessment = known.get(assessmentKey(revision));
    return assessment ? [{ revision, assessment }] : [];
  });
  const of = (test: (revision: Revision) => boolean) =>
    new Set(changes.filter(({ revision }) => test(revision)).map(({ assessment }) => assessment));
  const words = of(({ reason, field }) => reason === "revision" && field === "rating");
  const revised = of(({ reason }) => reason === "revision");
  const otherReports = new Set([...revised].filter((assessment) => !words.has(assessment)));
  const withdrawals = of(({ reason }) => reason === "withdrawal");
  const low = (some: ReadonlySet<Assessment>) =>
    [...some].filter(({ confidence }) => confidence === "low").length;
  return {
    words: words.size,
    otherReports: otherReports.size,
    withdrawals: withdrawals.size,
    corrections: changes.filter(({ revision }) => revision.reason === "correction").length,
    lowConfidence: {
      words: low(words),
      otherReports: low(otherReports),
      withdrawals: low(withdrawals),
    },
    changes,
    schemes: dataset.schemes,
  };
}
