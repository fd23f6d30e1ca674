import { bandOfSum, bands, statements } from "../framework.js";
import type { Rating, Score } from "../framework.js";

/** The way to the next word, up or down. */
export interface WordStep {
  readonly rating: Rating;
  /** Points between the sum and the nearest one that carries that word. */
  readonly points: number;
  /**
   * Statements, by id, whose score can move that way at all: a 4 cannot rise and a 1 cannot fall.
   * Null where not all nine scores are known.
   */
  readonly movable: readonly string[] | null;
  /** Those that alone could move by so many points. */
  readonly alone: readonly string[] | null;
}

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
 * could make up the difference. Arithmetic on published scores: not how likely that is.
 */
export function nextWords(sum: number, scores: readonly (Score | null)[]): NextWords {
  const band = bandOfSum(sum);
  const place = bands.indexOf(band);
  const areKnown = scores.every((score) => score !== null);
  const step = (
    next: (typeof bands)[number] | undefined,
    points: number,
    roomOf: (score: Score) => number,
  ): WordStep | null => {
    if (next === undefined) return null;
    const withRoom = (least: number) =>
      areKnown ? statements.filter((_, i) => roomOf(scores[i]) >= least).map(({ id }) => id) : null;
    return { rating: next.rating, points, movable: withRoom(1), alone: withRoom(points) };
  };
  return {
    sum,
    ...band,
    higher: step(bands[place + 1], band.to - sum + 1, (score) => 4 - score),
    lower: step(bands[place - 1], sum - band.from + 1, (score) => score - 1),
  };
}
