import type { Assessment, Dataset } from "../data/dataset.js";
import { ratingRank, ratings, statements } from "../framework.js";
import { bootstrap } from "../../statistics/bootstrap.js";
import type { Bootstrap, SimulationOptions } from "../../statistics/bootstrap.js";
import { fewerThanTwo, noInterval } from "./incomputable.js";
import type { Incomputable } from "./incomputable.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";

/** Where the variation of the scores lies. */
export const components = ["statement", "rating", "sumWithinRating", "residual"] as const;
export type Component = (typeof components)[number];

type Shares = Readonly<Record<Component, number | null>>;

/** Four shares of the total, each 0 to 1; they add to one where all are known. */
export interface Variance extends Pick<Selection, "scheme" | "set" | "n" | "leftOut">, Shares {
  /** The total sum of squares of the scores about their mean. */
  readonly total: number | null;
  readonly intervals: Readonly<Record<Component, readonly [number, number] | null>>;
  /** How the intervals were made; null where there was nothing to draw. */
  readonly bootstrap: Omit<Bootstrap, "intervals"> | null;
  readonly incomputable: readonly Incomputable[];
}

/** Sums of squares, in points squared. */
export interface SumsOfSquares extends Readonly<Record<Component, number>> {
  readonly total: number;
  /** How many words occur. */
  readonly words: number;
}

/** A council as the sums of squares need it: its nine scores, their sum and squares, its word. */
export interface ScoredUnit {
  readonly scores: readonly number[];
  readonly sum: number;
  readonly squares: number;
  /** 0 for Inadequate to 3 for Outstanding. */
  readonly word: number;
}

/** Assessments with nine known scores, as the sums of squares need them. */
export function toScoredUnits(assessments: readonly Assessment[]): ScoredUnit[] {
  return assessments.map((a) => {
    const scores = a.scores.map(Number);
    return {
      scores,
      sum: a.sum!,
      squares: scores.reduce((total, score) => total + score * score, 0),
      word: ratingRank(a.impliedRating!),
    };
  });
}

/**
 * Splits the sum of squares of councils by statements: between statements; between words; between
 * councils of the same word; and the rest, a council's own pattern over the statements. Each part
 * is a projection orthogonal to the others, so they add to the total. Expects at least one unit.
 *
 * Each part is a ratio of whole numbers that cannot be negative, so nothing is lost by rounding
 * and a part that is zero is exactly zero.
 */
export function sumsOfSquares(units: readonly ScoredUnit[]): SumsOfSquares {
  const n = units.length;
  const width = statements.length;
  const statementSums = new Float64Array(width);
  const wordCounts = new Float64Array(ratings.length);
  const wordSums = new Float64Array(ratings.length);
  const wordSquares = new Float64Array(ratings.length);
  let all = 0;
  let squares = 0;
  for (const unit of units) {
    for (let j = 0; j < width; j++) statementSums[j] += unit.scores[j];
    wordCounts[unit.word]++;
    wordSums[unit.word] += unit.sum;
    wordSquares[unit.word] += unit.sum * unit.sum;
    all += unit.sum;
    squares += unit.squares;
  }
  let ofStatements = 0;
  for (const sum of statementSums) ofStatements += sum * sum;
  let ofSums = 0;
  let rating = 0;
  let sumWithinRating = 0;
  let words = 0;
  for (let word = 0; word < ratings.length; word++) {
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
    statement: (width * ofStatements - all * all) / cells,
    rating,
    sumWithinRating,
    residual: (cells * squares - width * ofStatements - n * ofSums + all * all) / cells,
    words,
  };
}

function sharesOf(units: readonly ScoredUnit[]): Shares & { total: number } {
  const parts = sumsOfSquares(units);
  const { total } = parts;
  const share = (part: number) => (total === 0 ? null : part / total);
  return {
    total,
    statement: share(parts.statement),
    // With one word there is no difference between words to measure.
    rating: parts.words < 2 ? null : share(parts.rating),
    sumWithinRating: share(parts.sumWithinRating),
    residual: share(parts.residual),
  };
}

const nothing: Readonly<Record<Component, null>> = {
  statement: null,
  rating: null,
  sumWithinRating: null,
  residual: null,
};

/**
 * How much of the published variation of the nine scores lies between statements, between words,
 * between councils of the same word, and in councils' own patterns. Exact and additive: an account
 * of what was published, not a test that the patterns mean anything. The word is the one that the
 * nine scores carry. Intervals draw councils with replacement.
 */
export function variance(
  dataset: Dataset,
  options: AnalysisOptions & SimulationOptions = {},
): Variance {
  const { scheme, set, assessments, n, leftOut } = select(dataset, "scores", options);
  if (n < 2) {
    const reason = fewerThanTwo(n);
    const incomputable = ["total", ...components].map((quantity) => ({ quantity, reason }));
    const none = { total: null, ...nothing, intervals: nothing, bootstrap: null };
    return { scheme, set, n, leftOut, ...none, incomputable };
  }
  const units = toScoredUnits(assessments);
  const shares = sharesOf(units);
  const { intervals, ...how } = bootstrap(
    units,
    (sample) => {
      const drawn = sharesOf(sample);
      return components.map((component) => drawn[component]);
    },
    options,
  );
  const ofComponents = components.map(
    (component, i) => [component, shares[component] === null ? null : intervals[i]] as const,
  );
  const incomputable = ofComponents.flatMap(([quantity, interval]): Incomputable[] => {
    if (shares.total === 0) return [{ quantity, reason: "every score is the same" }];
    if (shares[quantity] === null) return [{ quantity, reason: "every council has the same word" }];
    if (interval === null)
      return [
        {
          quantity: `intervals.${quantity}`,
          reason: noInterval(
            how,
            quantity === "rating"
              ? "too many draws hold one word only"
              : "too many draws hold one score only",
          ),
        },
      ];
    return [];
  });
  return {
    scheme,
    set,
    n,
    leftOut,
    ...shares,
    intervals: Object.fromEntries(ofComponents) as Variance["intervals"],
    bootstrap: how,
    incomputable,
  };
}
