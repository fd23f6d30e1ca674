/**
 * The Care Quality Commission's scheme for rating a council's adult social care: nine quality
 * statements in four themes, each scored 1 to 4, whose sum decides one of four words.
 *
 * This is the one place that knows the scheme. It works in integer sums, 9 to 36: percentages are
 * rounded, sums are not.
 *
 * Source: CQC, "How we determine ratings" for local authority assessments (bands 25-38, 39-62,
 * 63-87 and 88-100). That a percentage is rounded up is inferred from published figures: 59, 62
 * and 70 cannot come from rounding to the nearest whole number.
 */

import type { Rating, Score } from "../ratings/scheme.js";

export type { Rating, Score };

/** The four words, from the lowest to the highest. */
export const ratings: readonly Rating[] = [
  "Inadequate",
  "Requires improvement",
  "Good",
  "Outstanding",
];

/** What CQC calls each score, from 1 to 4. */
export const scoreMeanings = [
  "significant shortfalls",
  "some shortfalls",
  "good standard",
  "exceptional standard",
] as readonly string[];

export const themes = [
  { id: "working-with-people", name: "Working with people" },
  { id: "providing-support", name: "Providing support" },
  { id: "ensuring-safety", name: "Ensuring safety" },
  { id: "leadership", name: "Leadership" },
] as const;
export type ThemeId = (typeof themes)[number]["id"];

export interface Statement {
  /** The column in the data, `qs1` to `qs9`. */
  readonly id: string;
  /** The name CQC uses on its report pages. */
  readonly name: string;
  /** A name short enough for an axis. */
  readonly short: string;
  readonly theme: ThemeId;
}

/** The nine quality statements, QS1 to QS9, in CQC's order. */
export const statements: readonly Statement[] = [
  { id: "qs1", name: "Assessing needs", short: "Assessing needs", theme: "working-with-people" },
  {
    id: "qs2",
    name: "Supporting people to live healthier lives",
    short: "Healthier lives",
    theme: "working-with-people",
  },
  {
    id: "qs3",
    name: "Equity in experience and outcomes",
    short: "Equity",
    theme: "working-with-people",
  },
  {
    id: "qs4",
    name: "Care provision, integration and continuity",
    short: "Care provision",
    theme: "providing-support",
  },
  {
    id: "qs5",
    name: "Partnerships and communities",
    short: "Partnerships",
    theme: "providing-support",
  },
  {
    id: "qs6",
    name: "Safe pathways, systems and transitions",
    short: "Safe pathways",
    theme: "ensuring-safety",
  },
  { id: "qs7", name: "Safeguarding", short: "Safeguarding", theme: "ensuring-safety" },
  {
    id: "qs8",
    name: "Governance, management and sustainability",
    short: "Governance",
    theme: "leadership",
  },
  {
    id: "qs9",
    name: "Learning, improvement and innovation",
    short: "Learning",
    theme: "leadership",
  },
];

/** The lowest and the highest sum of nine scores. */
export const minSum = 9;
export const maxSum = 36;

/** The sums that each word covers, both ends included, from the lowest word to the highest. */
export const bands: readonly {
  readonly rating: Rating;
  readonly from: number;
  readonly to: number;
}[] = [
  { rating: "Inadequate", from: 9, to: 13 },
  { rating: "Requires improvement", from: 14, to: 22 },
  { rating: "Good", from: 23, to: 31 },
  { rating: "Outstanding", from: 32, to: 36 },
];

/** The sums at which the word changes: the lowest sum of each word above the lowest. */
export const cuts: readonly number[] = bands.slice(1).map((band) => band.from);

function isSum(sum: number): boolean {
  return Number.isInteger(sum) && sum >= minSum && sum <= maxSum;
}

/** The band that a sum falls in. Throws a RangeError for anything but a whole number from 9 to 36. */
export function bandOfSum(sum: number): (typeof bands)[number] {
  if (!isSum(sum))
    throw new RangeError(`expected a whole number from ${minSum} to ${maxSum}: ${sum}`);
  return bands.find((band) => sum <= band.to)!;
}

/** The word that a sum of nine scores carries. */
export function ratingOfSum(sum: number): Rating {
  return bandOfSum(sum).rating;
}

/** The percentage CQC publishes for a sum: 100 * sum / 36, rounded up. */
export function percentageOfSum(sum: number): number {
  if (!isSum(sum))
    throw new RangeError(`expected a whole number from ${minSum} to ${maxSum}: ${sum}`);
  return Math.ceil((100 * sum) / maxSum);
}

/** The one sum that a published percentage can stand for, or null where no sum gives it. */
export function sumOfPercentage(percentage: number): number | null {
  const sum = Math.floor((percentage * maxSum) / 100);
  return isSum(sum) && percentageOfSum(sum) === percentage ? sum : null;
}

/** The sum of nine scores, or null where any is unknown. */
export function sumOfScores(scores: readonly (Score | null)[]): number | null {
  if (scores.length !== statements.length || scores.some((score) => score === null)) return null;
  return scores.reduce<number>((sum, score) => sum + (score ?? 0), 0);
}

/** A word's place, 0 for Inadequate to 3 for Outstanding. */
export function ratingRank(rating: Rating): number {
  return ratings.indexOf(rating);
}
