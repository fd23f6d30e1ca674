import type { Assessment, Dataset } from "../data/dataset.js";
import { statements } from "../framework.js";
import type { Rating } from "../framework.js";
import { bootstrap } from "../statistics/bootstrap.js";
import type { Bootstrap, SimulationOptions } from "../statistics/bootstrap.js";
import type { Incomputable } from "./incomputable.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";

/** Where the variation of the scores lies. */
export const components = ["statement", "rating", "sumWithinRating", "residual"] as const;
export type Component = (typeof components)[number];

type Shares = Readonly<Record<Component, number | null>>;

/** Four shares of the total, each 0 to 1; they add to one where all are known. */
export interface Variance extends Pick<Selection, "set" | "n" | "leftOut">, Shares {
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

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

/**
 * Splits the sum of squares of councils by statements: between statements; between words; between
 * councils of the same word; and the rest, a council's own pattern over the statements. Each part
 * is a projection orthogonal to the others, so they add to the total.
 *
 * `scores` holds nine numbers a council, `words` the word of each. Expects at least one council.
 */
export function sumsOfSquares(
  scores: readonly (readonly number[])[],
  words: readonly Rating[],
): SumsOfSquares {
  const n = scores.length;
  const width = scores[0].length;
  const councilMeans = scores.map(mean);
  const grand = mean(councilMeans);
  const statementMeans = scores[0].map((_, j) => {
    let total = 0;
    for (const row of scores) total += row[j];
    return total / n;
  });
  const byWord = new Map<Rating, { total: number; n: number }>();
  words.forEach((word, i) => {
    const group = byWord.get(word) ?? { total: 0, n: 0 };
    byWord.set(word, { total: group.total + councilMeans[i], n: group.n + 1 });
  });
  let total = 0;
  let rating = 0;
  let sumWithinRating = 0;
  let residual = 0;
  scores.forEach((row, i) => {
    const group = byWord.get(words[i])!;
    const wordMean = group.total / group.n;
    rating += width * (wordMean - grand) ** 2;
    sumWithinRating += width * (councilMeans[i] - wordMean) ** 2;
    row.forEach((score, j) => {
      total += (score - grand) ** 2;
      residual += (score - councilMeans[i] - statementMeans[j] + grand) ** 2;
    });
  });
  const statement = statementMeans.reduce((sum, m) => sum + n * (m - grand) ** 2, 0);
  return { total, statement, rating, sumWithinRating, residual, words: byWord.size };
}

function sharesOf(assessments: readonly Assessment[]): Shares & { total: number } {
  const parts = sumsOfSquares(
    assessments.map((a) => a.scores.map(Number)),
    assessments.map((a) => a.impliedRating!),
  );
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
  const { set, assessments, n, leftOut } = select(dataset, "scores", options);
  if (n < 2) {
    const reason = `fewer than two councils with ${statements.length} scores: ${n}`;
    const incomputable = ["total", ...components].map((quantity) => ({ quantity, reason }));
    const none = { total: null, ...nothing, intervals: nothing, bootstrap: null };
    return { set, n, leftOut, ...none, incomputable };
  }
  const shares = sharesOf(assessments);
  const { intervals, ...how } = bootstrap(
    assessments,
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
      return [{ quantity: `intervals.${quantity}`, reason: "too few draws hold two words" }];
    return [];
  });
  return {
    set,
    n,
    leftOut,
    ...shares,
    intervals: Object.fromEntries(ofComponents) as Variance["intervals"],
    bootstrap: how,
    incomputable,
  };
}
