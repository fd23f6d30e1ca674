import type { Dataset } from "../data/dataset.js";
import { bandOfSum, ratingRank, ratings, statements, themes } from "../framework.js";
import type { Rating } from "../framework.js";
import { dirichletReaches } from "../../statistics/dirichletWeights.js";
import type { Level } from "../../statistics/dirichletWeights.js";
import { countAlike } from "./countAlike.js";
import type { Incomputable } from "../../ratings/incomputable.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";
import { flips } from "./whatIf.js";
import type { Flip } from "./whatIf.js";
import { meanCuts, wordOfMean } from "./wordOfMean.js";
import type { MeanCuts } from "./wordOfMean.js";

/** The concentrations of the random weights: 1 is very diffuse, 10 keeps them near equal. */
const concentrations = [1, 10] as const;
type CutsName = keyof typeof meanCuts;

/** One way of drawing weights and cutting the mean. */
export interface RandomWeights {
  /** The concentration of the Dirichlet distribution of the nine weights. */
  readonly c: number;
  readonly cuts: CutsName;
  /** How many councils would be expected to get another word. */
  readonly expectedChanges: number | null;
}

export interface GoodByThrees {
  /** Statements scored 3, the others being scored 2. */
  readonly threes: number;
  readonly c: number;
  readonly cuts: CutsName;
  /** The chance that random weights make the word Good. */
  readonly good: number;
}

export interface Weights extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  /** For each statement, how many councils' words change when it is left out. */
  readonly leaveOneOutChanges: readonly (number | null)[];
  readonly leaveOneOut: readonly { readonly statement: string; readonly flips: readonly Flip[] }[];
  /** Four themes weighted alike, instead of nine statements. */
  readonly themeEqualWeightChanges: number | null;
  readonly themeEqualWeights: readonly Flip[];
  readonly geometricMeanChanges: number | null;
  readonly geometricMean: readonly Flip[];
  /** A word no better than the worst statement's score. */
  readonly worstStatementChanges: number | null;
  readonly randomWeights: readonly RandomWeights[];
  /** For councils scored only 2 and 3. */
  readonly goodByThrees: readonly GoodByThrees[];
  /** How many councils' words flip on a shift of that share of the weight; null: on none. */
  readonly smallestShifts: readonly { readonly shift: number | null; readonly n: number }[];
  readonly incomputable: readonly Incomputable[];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The mean of the four theme means. */
function themeMean(scores: readonly number[]): number {
  return mean(themes.map(({ id }) => mean(scores.filter((_, i) => statements[i].theme === id))));
}

function levelsOf(scores: readonly number[]): Level[] {
  return [1, 2, 3, 4].map((value) => ({
    value,
    count: scores.filter((score) => score === value).length,
  }));
}

/** The chance that random weights keep the word that equal weights give. */
function chanceKept(scores: readonly number[], c: number, cuts: MeanCuts): number {
  const rank = ratingRank(bandOfSum(scores.reduce((sum, score) => sum + score, 0)).rating);
  const levels = levelsOf(scores);
  const reaches = (cut: number | undefined, beyond: number) =>
    cut === undefined ? beyond : dirichletReaches(levels, cut, c);
  return reaches(cuts[rank - 1], 1) - reaches(cuts[rank], 0);
}

/**
 * The smallest share of the weight that must move between statements, from nine equal weights, for
 * the mean of the scores to meet the next cut below or above; `null` where no shift gets there.
 * Weight moves from the statements whose scores are furthest from the lowest (or the highest)
 * score that the council has, to that score. For a council scored only 2 and 3, with K threes, it
 * is |K/9 - 1/2|.
 */
export function smallestShift(
  scores: readonly number[],
  cuts: MeanCuts = meanCuts.nearest,
): number | null {
  const rank = ratingRank(wordOfMean(mean(scores), cuts));
  /** Towards `end`, until the mean has moved by `distance`. */
  const shiftTo = (end: number, distance: number) => {
    let left = distance;
    let shift = 0;
    const reach = scores.map((score) => Math.abs(score - end)).sort((a, b) => b - a);
    for (const gain of reach) {
      if (gain === 0) return null;
      const most = gain / scores.length;
      if (most >= left - 1e-12) return shift + left / gain;
      left -= most;
      shift += 1 / scores.length;
    }
    return null;
  };
  const ways = [
    rank > 0 ? shiftTo(Math.min(...scores), mean(scores) - cuts[rank - 1]) : null,
    rank < cuts.length ? shiftTo(Math.max(...scores), cuts[rank] - mean(scores)) : null,
  ].filter((shift) => shift !== null);
  return ways.length === 0 ? null : Math.min(...ways);
}

/**
 * How robust the word is to the rule that makes it: exact, for councils with nine known scores and
 * against the word that the sum carries. One statement left out; random weights; the smallest
 * shift of weight that flips the word; equal themes, a geometric mean, no better than the worst.
 *
 * Source: OECD and JRC, Handbook on Constructing Composite Indicators (2008), on the robustness of
 * an index to weights and aggregation.
 */
export function weights(dataset: Dataset, options: AnalysisOptions = {}): Weights {
  const { scheme, set, assessments, n, leftOut } = select(dataset, "scores", options);
  const count = (changed: readonly Flip[]) => (n === 0 ? null : changed.length);

  const leaveOneOut = statements.map(({ id }, left) => ({
    statement: id,
    flips: flips(assessments, (scores) => wordOfMean(mean(scores.filter((_, i) => i !== left)))),
  }));
  const themeEqualWeights = flips(assessments, (scores) => wordOfMean(themeMean(scores)));
  const geometricMean = flips(assessments, (scores) =>
    wordOfMean(Math.exp(mean(scores.map(Math.log)))),
  );
  const worst = flips(assessments, (scores, { impliedRating }): Rating => {
    const cap = Math.min(...scores) - 1;
    return ratings[Math.min(cap, ratingRank(impliedRating!))];
  });

  const ways = concentrations.flatMap((c) =>
    (Object.keys(meanCuts) as CutsName[]).map((cuts) => ({ c, cuts })),
  );
  // Councils with as many of each score have the same chances and shifts.
  const kinds = countAlike(assessments.map(({ scores }) => scores.map(Number).sort()));
  const expectedChanges = (c: number, cuts: MeanCuts) => {
    let expected = 0;
    for (const kind of kinds) expected += kind.n * (1 - chanceKept(kind.scores, c, cuts));
    return expected;
  };
  const shifts = new Map<number | null, number>();
  for (const kind of kinds) {
    const shift = smallestShift(kind.scores);
    const rounded = shift === null ? null : Number(shift.toFixed(12));
    shifts.set(rounded, (shifts.get(rounded) ?? 0) + kind.n);
  }

  return {
    scheme,
    set,
    n,
    leftOut,
    leaveOneOutChanges: leaveOneOut.map((left) => count(left.flips)),
    leaveOneOut,
    themeEqualWeightChanges: count(themeEqualWeights),
    themeEqualWeights,
    geometricMeanChanges: count(geometricMean),
    geometricMean,
    worstStatementChanges: count(worst),
    randomWeights: ways.map(({ c, cuts }) => ({
      c,
      cuts,
      expectedChanges: n === 0 ? null : expectedChanges(c, meanCuts[cuts]),
    })),
    goodByThrees: ways.flatMap(({ c, cuts }) =>
      Array.from({ length: statements.length + 1 }, (_, threes) => ({
        threes,
        c,
        cuts,
        good: dirichletReaches(
          [
            { value: 2, count: statements.length - threes },
            { value: 3, count: threes },
          ],
          meanCuts[cuts][1],
          c,
        ),
      })),
    ),
    smallestShifts: [...shifts]
      .sort(([a], [b]) => (a ?? Infinity) - (b ?? Infinity))
      .map(([shift, councils]) => ({ shift, n: councils })),
    incomputable:
      n === 0 ? [{ quantity: "weights", reason: "no council has nine known scores" }] : [],
  };
}
