import {
  bandOfSum,
  bands,
  percentageOfSum,
  statements,
  sumOfPercentage,
  type Rating,
} from "../framework.js";
import type { Problem } from "../../datapackage/problem.js";
import type { Row } from "../../datapackage/readTable.js";

/**
 * What a table schema cannot say of an assessment: its scores, percentage and word must agree.
 * With nine scores the percentage and the word follow from their sum. With some, the unknown ones
 * could be 1 to 4, which bounds the sum. Without any, the word follows from the percentage. The
 * rules hold for every kind and status. Cells that failed on their own are left out of account.
 */

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The sums that the known scores allow. */
function possibleSums(scores: readonly (number | null)[]): Range {
  const known = scores.filter((score) => score !== null);
  const sum = known.reduce((total, score) => total + score, 0);
  const unknown = scores.length - known.length;
  return { from: sum + unknown, to: sum + 4 * unknown };
}

function percentageProblem(percentage: number, sums: Range): string | null {
  const sum = sumOfPercentage(percentage);
  if (sum === null) return "no sum of nine scores gives this percentage";
  if (sum >= sums.from && sum <= sums.to) return null;
  const from = percentageOfSum(sums.from);
  if (sums.from === sums.to) return `expected ${from}, as the scores add to ${sums.from}`;
  return `expected ${from} to ${percentageOfSum(sums.to)}, as the known scores allow`;
}

function ratingProblem(rating: Rating, sums: Range, reason: string): string | null {
  const [lowest, highest] = [bandOfSum(sums.from), bandOfSum(sums.to)];
  const allowed = bands.slice(bands.indexOf(lowest), bands.indexOf(highest) + 1);
  if (allowed.some((band) => band.rating === rating)) return null;
  return `expected ${allowed.map((band) => band.rating).join(" or ")}, ${reason}`;
}

/** What disagrees within one row of assessments.csv. */
export function assessmentRules({ line, values, failed }: Row): Problem[] {
  const ids = statements.map((statement) => statement.id);
  const scoresFailed = ids.some((id) => failed.has(id));
  const scores = ids.map((id) => values[id] as number | null);
  // A score that failed says nothing: the sum could be any.
  const sums = possibleSums(scoresFailed ? ids.map(() => null) : scores);
  const anyScore = !scoresFailed && scores.some((score) => score !== null);
  const complete = sums.from === sums.to;
  const percentage = values.score_pct as number | null;
  const rating = values.rating as Rating | null;
  const problems: Problem[] = [];
  let percentageSum: number | null = null;
  if (percentage !== null) {
    const what = percentageProblem(percentage, sums);
    if (what) problems.push({ line, column: "score_pct", what, value: String(percentage) });
    else percentageSum = sumOfPercentage(percentage);
  }
  if (rating === null) return problems;
  let what: string | null = null;
  if (complete) what = ratingProblem(rating, sums, `as the scores add to ${sums.from}`);
  else if (percentageSum !== null && percentage !== null)
    what = ratingProblem(
      rating,
      { from: percentageSum, to: percentageSum },
      `as the percentage is ${percentage}`,
    );
  else if (anyScore) what = ratingProblem(rating, sums, "as the known scores allow");
  if (what) problems.push({ line, column: "rating", what, value: rating });
  return problems;
}
