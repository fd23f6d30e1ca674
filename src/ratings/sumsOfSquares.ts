import type { CompleteProfile } from "./profile.js";

/** Where the variation of the grades lies: sums of squares, in points squared, that add to the total. */
export interface SumsOfSquares {
  /** Between parts. */
  readonly part: number;
  /** Between words. */
  readonly rating: number;
  /** Between bodies of the same word. */
  readonly sumWithinRating: number;
  /** The rest: a body's own pattern over the parts. */
  readonly residual: number;
  readonly total: number;
  /** How many words occur. */
  readonly words: number;
}

/** A body as the sums of squares need it: its grades, their sum and squares, its word. */
export interface GradedUnit {
  readonly grades: readonly number[];
  readonly sum: number;
  readonly squares: number;
  /** Its place, from 0. */
  readonly word: number;
}

/** A body's grades with their sums. */
export function toUnit(grades: readonly number[], word: number): GradedUnit {
  let sum = 0;
  let squares = 0;
  for (let j = 0; j < grades.length; j++) {
    sum += grades[j];
    squares += grades[j] * grades[j];
  }
  return { grades, sum, squares, word };
}

/** Profiles with their sums. Those of a scheme without a word are all of one. */
export function toUnits(profiles: readonly CompleteProfile[]): GradedUnit[] {
  return profiles.map(({ grades, rank }) => toUnit(grades, rank ?? 0));
}

/**
 * Splits the sum of squares of bodies by parts, graded 1 to `levels`. Each piece is a projection
 * orthogonal to the others, so they add to the total. Expects at least one unit.
 *
 * Each is a ratio of whole numbers that cannot be negative, so nothing is lost by rounding and one
 * that is zero is exactly zero.
 */
export function sumsOfSquares(units: readonly GradedUnit[], levels: number): SumsOfSquares {
  const n = units.length;
  const width = units[0].grades.length;
  const partSums = new Float64Array(width);
  const wordCounts = new Float64Array(levels);
  const wordSums = new Float64Array(levels);
  const wordSquares = new Float64Array(levels);
  let all = 0;
  let squares = 0;
  for (const unit of units) {
    for (let j = 0; j < width; j++) partSums[j] += unit.grades[j];
    wordCounts[unit.word]++;
    wordSums[unit.word] += unit.sum;
    wordSquares[unit.word] += unit.sum * unit.sum;
    all += unit.sum;
    squares += unit.squares;
  }
  let ofParts = 0;
  for (const sum of partSums) ofParts += sum * sum;
  let ofSums = 0;
  let rating = 0;
  let sumWithinRating = 0;
  let words = 0;
  for (let word = 0; word < levels; word++) {
    const count = wordCounts[word];
    if (count === 0) continue;
    words++;
    ofSums += wordSquares[word];
    rating += (wordSums[word] * n - all * count) ** 2 / (count * n * n * width);
    sumWithinRating += (wordSquares[word] * count - wordSums[word] ** 2) / (count * width);
  }
  const cells = n * width;
  return {
    total: (cells * squares - all * all) / cells,
    part: (width * ofParts - all * all) / cells,
    rating,
    sumWithinRating,
    residual: (cells * squares - width * ofParts - n * ofSums + all * all) / cells,
    words,
  };
}
