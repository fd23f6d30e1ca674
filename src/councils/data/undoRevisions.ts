import {
  percentageOfSum,
  ratingOfSum,
  sumOfPercentage,
  sumOfScores,
  type Scheme,
} from "../../ratings/scheme.js";
import { assessmentKey } from "./assessmentKey.js";
import type { Revision, Status } from "./dataset.js";
import { gradeOf } from "./schemeFields.js";
import type { AssessmentSpec, Uncoded } from "./toDataset.js";

/** The assessment with the value that it had before a change. */
function undo(
  assessment: AssessmentSpec,
  { field, old, reason }: Uncoded<Revision>,
  scheme: Scheme,
): AssessmentSpec {
  // A row is `revised` because of its revisions: before them it stood as published.
  const status: Status =
    reason === "revision" && assessment.status === "revised" ? "published" : assessment.status;
  const before = { ...assessment, status };
  if (field === "status") return { ...before, status: (old ?? "published") as Status };
  if (field === "rating") return { ...before, rating: old };
  if (field === "published") return { ...before, published: old };
  const value = old === null || !/^[0-9]+$/.test(old) ? old : Number(old);
  if (field === "score_pct") return { ...before, percentage: value as number | null };
  const place = scheme.parts.findIndex(({ id }) => id === field);
  const grade = gradeOf(scheme, value);
  return { ...before, scores: before.scores.map((score, i) => (i === place ? grade : score)) };
}

/** Whether a percentage and a word, where they are known, can be those of a sum. */
function fits(scheme: Scheme, sum: number | null, { percentage, rating }: AssessmentSpec): boolean {
  if (sum === null || scheme.whole.rule !== "sum") return true;
  if (percentage !== null && percentageOfSum(scheme, sum) !== percentage) return false;
  return rating === null || ratingOfSum(scheme, sum) === rating;
}

/** Without values that came with a revision and cannot go with the earlier word or percentage. */
function withoutLaterValues(assessment: AssessmentSpec, scheme: Scheme): AssessmentSpec {
  const { percentage, scores } = assessment;
  const sum = percentage === null ? null : sumOfPercentage(scheme, percentage);
  const before = fits(scheme, sum, assessment) ? assessment : { ...assessment, percentage: null };
  return fits(scheme, sumOfScores(scheme, scores), before)
    ? before
    : { ...before, scores: scores.map(() => null) };
}

/**
 * Assessments as they were before the changes, which are undone from the last to the first. Values
 * that no change speaks of stay, as what was not known then may be known now; but they are unknown
 * where they cannot go with the earlier ones.
 */
export function undoRevisions(
  assessments: readonly AssessmentSpec[],
  revisions: readonly Uncoded<Revision>[],
  schemes: readonly Scheme[],
): AssessmentSpec[] {
  const own = new Map<string, Uncoded<Revision>[]>();
  for (const revision of revisions) {
    const key = assessmentKey(revision);
    own.set(key, [...(own.get(key) ?? []), revision]);
  }
  return assessments.map((assessment) => {
    const changes = own.get(assessmentKey(assessment));
    const scheme = schemes.find(({ id }) => id === assessment.scheme);
    if (!changes || !scheme) return assessment;
    const before = changes.reduceRight((a, revision) => undo(a, revision, scheme), assessment);
    return withoutLaterValues(before, scheme);
  });
}
