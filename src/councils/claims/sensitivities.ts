import { isLater } from "../analysis/size.js";
import type { SetName } from "../analysis/select.js";
import { disputesOf } from "../data/disputedScores.js";
import type { Assessment, Dataset } from "../data/dataset.js";
import { shortName } from "../../ratings/shortName.js";
import { ratingOfScores, ratingOfSum, sumOfScores } from "../../ratings/scheme.js";
import type { Scheme, Score } from "../../ratings/scheme.js";

/** Another way to take the data, on which a claim is run again. */
export interface Sensitivity {
  /** Lower-case words with hyphens. */
  readonly id: string;
  /** In words, of the data as published. */
  readonly words: (dataset: Dataset) => string;
  /** The data taken another way; records that do not change are the same objects. */
  readonly dataset?: (dataset: Dataset) => Dataset;
  /** The other set. */
  readonly set?: (set: SetName) => SetName;
}

/** A dataset whose assessments are changed, or left out where `change` gives null. */
export function withAssessments(
  dataset: Dataset,
  change: (assessment: Assessment) => Assessment | null,
): Dataset {
  const assessments = dataset.assessments.map(change).filter((a) => a !== null);
  return Object.freeze({ ...dataset, assessments: Object.freeze(assessments) });
}

/** The assessment with another score on a statement, and the sum and word that then follow. */
export function withScore(
  scheme: Scheme,
  assessment: Assessment,
  statement: string,
  score: Score,
): Assessment {
  const place = scheme.parts.findIndex(({ id }) => id === statement);
  const scores = Object.freeze(assessment.scores.map((old, i) => (i === place ? score : old)));
  const sum = sumOfScores(scheme, scores) ?? assessment.sum;
  return Object.freeze({
    ...assessment,
    scores,
    sum,
    impliedRating:
      scheme.whole.rule === "sum" && sum !== null
        ? ratingOfSum(scheme, sum)
        : ratingOfScores(scheme, scores),
  });
}

const readFromWords = ["E06000010", "E06000011"];

export const otherSet: Sensitivity = {
  id: "other-set",
  words: () => "the other set",
  set: (set) => (set === "complete" ? "all" : "complete"),
};

/** Disputed scores as the other source has them. Its id, from the first such score, is in published output. */
export const otherSource: Sensitivity = {
  id: "warrington-qs4-3",
  words: ({ scheme, assessments }) => {
    const disputed = assessments.flatMap((assessment) =>
      disputesOf(assessment).map(
        ({ statement, other }) =>
          `${assessment.council}'s score on ${shortName(scheme, statement).toLowerCase()} as ${other}`,
      ),
    );
    return `${disputed.join(", ")}, as one of two sources has it`;
  },
  dataset: (dataset) => {
    const { scheme } = dataset;
    return withAssessments(dataset, (a) =>
      a.scheme === scheme.id
        ? disputesOf(a).reduce(
            (changed, { statement, other }) => withScore(scheme, changed, statement, other),
            a,
          )
        : a,
    );
  },
};

export const withoutReadFromWords: Sensitivity = {
  id: "without-hull-and-east-riding",
  words: () => "without Hull and East Riding, whose scores are read from words",
  dataset: (dataset) =>
    withAssessments(dataset, (a) => (readFromWords.includes(a.gssCode) ? null : a)),
};

export const withoutLowConfidence: Sensitivity = {
  id: "without-low-confidence",
  words: () => "without rows of low confidence",
  dataset: (dataset) => withAssessments(dataset, (a) => (a.confidence === "low" ? null : a)),
};

/** Without the reports from which the claim on size arose. */
export const laterReports: Sensitivity = {
  id: "later-reports",
  words: () => "only councils published after May 2025, when the claim arose",
  dataset: (dataset) => withAssessments(dataset, (a) => (isLater(a) ? a : null)),
};

/** What every claim is run again on, where it changes what the claim uses. */
export const standardSensitivities: readonly Sensitivity[] = Object.freeze([
  otherSet,
  otherSource,
  withoutReadFromWords,
  withoutLowConfidence,
]);
