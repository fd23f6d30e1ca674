import { bandOfSum, bandsOf, lowestScore } from "../../ratings/scheme.js";
import type { Band, Rating, Scheme, Score } from "../../ratings/scheme.js";

/** The way to the next word, up or down. */
export interface WordStep {
  readonly rating: Rating;
  /** Points between the sum and the nearest one that carries that word. */
  readonly points: number;
  /**
   * Statements, by id, whose score can move that way at all: the highest cannot rise, the lowest cannot fall.
   * Null where not all scores are known.
   */
  readonly movable: readonly string[] | null;
  /** Those that alone could move by so many points. */
  readonly alone: readonly string[] | null;
}

/** The points that part a total from the next rating above and below. */
export interface NextWords {
  readonly sum: number;
  /** The word that the sum carries, and the sums that it covers. */
  readonly rating: Rating;
  readonly from: number;
  readonly to: number;
  /** Null where no word is higher, or lower. */
  readonly higher: WordStep | null;
  readonly lower: WordStep | null;
}

/**
 * How many points lie between a sum and the next word either way, and which single statements
 * could make up the difference. Arithmetic on published scores: not how likely that is. Null under a
 * scheme where no total decides the word.
 */
export function nextWords(
  scheme: Scheme,
  sum: number,
  scores: readonly (Score | null)[],
): NextWords | null {
  const bands = bandsOf(scheme);
  if (bands === null) return null;
  const { parts, levels } = scheme;
  const band = bandOfSum(scheme, sum);
  const place = bands.findIndex(({ rating }) => rating === band.rating);
  const areKnown = scores.every((score) => score !== null);
  const step = (
    next: Band | undefined,
    points: number,
    roomOf: (score: Score) => number,
  ): WordStep | null => {
    if (next === undefined) return null;
    const withRoom = (least: number) =>
      areKnown ? parts.filter((_, i) => roomOf(scores[i]) >= least).map(({ id }) => id) : null;
    return { rating: next.rating, points, movable: withRoom(1), alone: withRoom(points) };
  };
  return {
    sum,
    ...band,
    higher: step(bands[place + 1], band.to - sum + 1, (score) => levels.length - score),
    lower: step(bands[place - 1], sum - band.from + 1, (score) => score - lowestScore),
  };
}
