import {
  percentageOfSum,
  ratingOfSum,
  statements,
  sumOfPercentage,
  sumOfScores,
} from "../framework.js";
import type { Revision, Status } from "./dataset.js";
import type { AssessmentSpec } from "./toDataset.js";

/** The assessment with the value that it had before a change. */
function undo(assessment: AssessmentSpec, { field, old, reason }: Revision): AssessmentSpec {
  // A row is `revised` because of its revisions: before them it stood as published.
  const status: Status =
    reason === "revision" && assessment.status === "revised" ? "published" : assessment.status;
  const before = { ...assessment, status };
  if (field === "status") return { ...before, status: (old ?? "published") as Status };
  if (field === "rating") return { ...before, rating: old };
  if (field === "published") return { ...before, published: old };
  const value = old === null ? null : Number(old);
  if (field === "score_pct") return { ...before, percentage: value };
  const place = statements.findIndex(({ id }) => id === field);
  const scores = before.scores.map((score, i) => (i === place ? value : score));
  return { ...before, scores };
}

/** Whether a percentage and a word, where they are known, can be those of a sum. */
function fits(sum: number | null, { percentage, rating }: AssessmentSpec): boolean {
  if (sum === null) return true;
  if (percentage !== null && percentageOfSum(sum) !== percentage) return false;
  return rating === null || ratingOfSum(sum) === rating;
}

/** Without values that came with a revision and cannot go with the earlier word or percentage. */
function withoutLaterValues(assessment: AssessmentSpec): AssessmentSpec {
  const { percentage, scores } = assessment;
  const sum = percentage === null ? null : sumOfPercentage(percentage);
  const before = fits(sum, assessment) ? assessment : { ...assessment, percentage: null };
  return fits(sumOfScores(scores), before) ? before : { ...before, scores: scores.map(() => null) };
}

/**
 * Assessments as they were before the changes, which are undone from the last to the first. Values
 * that no change speaks of stay, as what was not known then may be known now; but they are unknown
 * where they cannot go with the earlier ones.
 */
export function undoRevisions(
  assessments: readonly AssessmentSpec[],
  revisions: readonly Revision[],
): AssessmentSpec[] {
  const key = (of: Pick<Revision, "gssCode" | "kind" | "published">) =>
    [of.gssCode, of.kind, of.published].join("\0");
  const own = new Map<string, Revision[]>();
  for (const revision of revisions)
    own.set(key(revision), [...(own.get(key(revision)) ?? []), revision]);
  return assessments.map((assessment) => {
    const changes = own.get(key(assessment));
    return changes ? withoutLaterValues(changes.reduceRight(undo, assessment)) : assessment;
  });
}
