import type { Problem } from "../../datapackage/problem.js";
import type { Row } from "../../datapackage/readTable.js";
import {
  bandOfSum,
  bandsOf,
  percentageOfSum,
  sumOfPercentage,
  type Rating,
  type Scheme,
  type Score,
} from "../../ratings/scheme.js";
import { fits, gradeOf, hasPercentage } from "./schemeFields.js";

/**
 * What a table schema cannot say of an assessment: it is of a scheme that is known, holds what that
 * scheme publishes and nothing else, and its scores, percentage and word agree where the scheme's
 * rule is a sum. With all scores the percentage and the word follow from their sum. With some, the
 * unknown ones could be any level, which bounds the sum. Without any, the word follows from the
 * percentage. The rules hold for every kind and status. Cells that failed on their own are left out
 * of account.
 */

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The sums that the known scores allow. */
function possibleSums({ levels }: Scheme, scores: readonly (Score | null)[]): Range {
  const known = scores.filter((score) => score !== null);
  const sum = known.reduce((total, score) => total + score, 0);
  const unknown = scores.length - known.length;
  return { from: sum + unknown, to: sum + levels.length * unknown };
}

const numerals = "no one two three four five six seven eight nine ten eleven twelve".split(" ");

function percentageProblem(scheme: Scheme, percentage: number, sums: Range): string | null {
  const sum = sumOfPercentage(scheme, percentage);
  const n = scheme.parts.length;
  if (sum === null) return `no sum of ${numerals[n] ?? n} scores gives this percentage`;
  if (sum >= sums.from && sum <= sums.to) return null;
  const from = percentageOfSum(scheme, sums.from);
  if (sums.from === sums.to) return `expected ${from}, as the scores add to ${sums.from}`;
  return `expected ${from} to ${percentageOfSum(scheme, sums.to)}, as the known scores allow`;
}

function ratingProblem(scheme: Scheme, rating: Rating, sums: Range, reason: string): string | null {
  const [lowest, highest] = [bandOfSum(scheme, sums.from), bandOfSum(scheme, sums.to)];
  const allowed = bandsOf(scheme)!.filter(
    ({ from }) => from >= lowest.from && from <= highest.from,
  );
  if (allowed.some((band) => band.rating === rating)) return null;
  return `expected ${allowed.map((band) => band.rating).join(" or ")}, ${reason}`;
}

/** What disagrees within a row whose word follows from the sum of its scores. */
function sumRules({ line, values, failed }: Row, scheme: Scheme, word: string): Problem[] {
  const ids = scheme.parts.map(({ id }) => id);
  const scoresFailed = ids.some((id) => failed.has(id));
  const scores = ids.map((id) => gradeOf(scheme, values[id] ?? null));
  // A score that failed says nothing: the sum could be any.
  const sums = possibleSums(scheme, scoresFailed ? ids.map(() => null) : scores);
  const anyScore = !scoresFailed && scores.some((score) => score !== null);
  const complete = sums.from === sums.to;
  const percentage = hasPercentage(scheme) ? ((values.score_pct ?? null) as number | null) : null;
  const rating = values[word] as Rating | null;
  const problems: Problem[] = [];
  let percentageSum: number | null = null;
  if (percentage !== null) {
    const what = percentageProblem(scheme, percentage, sums);
    if (what) problems.push({ line, column: "score_pct", what, value: String(percentage) });
    else percentageSum = sumOfPercentage(scheme, percentage);
  }
  if (rating === null) return problems;
  let what: string | null = null;
  if (complete) what = ratingProblem(scheme, rating, sums, `as the scores add to ${sums.from}`);
  else if (percentageSum !== null && percentage !== null)
    what = ratingProblem(
      scheme,
      rating,
      { from: percentageSum, to: percentageSum },
      `as the percentage is ${percentage}`,
    );
  else if (anyScore) what = ratingProblem(scheme, rating, sums, "as the known scores allow");
  if (what) problems.push({ line, column: word, what, value: rating });
  return problems;
}

/** Values in columns that the scheme does not publish. */
function unpublished({ line, values }: Row, scheme: Scheme, word: string): Problem[] {
  const { id, whole } = scheme;
  const parts = new Set(scheme.parts.map((part) => part.id));
  const reasonOf = (column: string): string | null => {
    if (column === word) return whole.rule === "none" ? `${id} gives no rating` : null;
    if (column === "score_pct")
      return hasPercentage(scheme) ? null : `${id} publishes no percentage`;
    return /^qs\d+$/.test(column) && !parts.has(column) ? `${id} has no part ${column}` : null;
  };
  return Object.entries(values).flatMap(([column, value]): Problem[] => {
    const reason = value === null ? null : reasonOf(column);
    return reason === null
      ? []
      : [{ line, column, what: `expected blank, as ${reason}`, value: String(value) }];
  });
}

/** What is wrong within one row whose scheme is known; `word` is the column of the published word. */
export function schemeRules(row: Row, scheme: Scheme, word: string): Problem[] {
  return [
    ...unpublished(row, scheme, word),
    ...(scheme.whole.rule === "sum" ? sumRules(row, scheme, word) : []),
  ];
}

/**
 * What is wrong within one row of assessments.csv. A scheme whose file is itself wrong, one of
 * `broken`, is not held against the row.
 */
export function assessmentRules(
  row: Row,
  schemes: readonly Scheme[],
  broken: readonly string[] = [],
): Problem[] {
  const { line, values } = row;
  const id = values.scheme as string;
  const scheme = schemes.find((one) => one.id === id);
  const problem = (what: string) => [{ line, column: "scheme", what, value: id }];
  if (scheme && fits(scheme, Object.keys(values))) return schemeRules(row, scheme, "rating");
  if (scheme)
    return problem(
      `expected a scheme whose parts are columns here; its rows are those of schemes/${id}.csv`,
    );
  if (broken.includes(id) || row.failed.has("scheme")) return [];
  const ids = schemes.filter((one) => fits(one, Object.keys(values))).map((one) => one.id);
  return problem(`expected ${ids.join(", ")} or blank`);
}
