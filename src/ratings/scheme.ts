/**
 * A regulator's scheme: what a body is rated on and how the parts become one word. Plain data, read
 * from `data/schemes/ID.json`, the same in Node and in a browser. Everything that depends on a scheme
 * asks it here: no number and no word of any scheme stands in code.
 *
 * The grade of a part is a place among the levels, from 1 for the lowest. Where parts are published
 * as scores, the score of a level is its place.
 */

/** A level of a scheme: a word, and what a score of it means where parts are scored. */
export interface Level {
  readonly name: string;
  /** The score that is published for it; null where parts are published as words. */
  readonly score: number | null;
  /** What the regulator calls that score. */
  readonly meaning: string | null;
}

/** What is graded: a statement, a judgement, a key question. */
export interface Part {
  /** Its column in the data. */
  readonly id: string;
  /** The name that the regulator uses. */
  readonly name: string;
  /** A name short enough for an axis. */
  readonly short: string;
  /** The theme that it belongs to; null in a scheme without themes. */
  readonly theme: string | null;
}

export interface Theme {
  readonly id: string;
  readonly name: string;
}

/** A condition on how many parts have a level. */
export interface Limit {
  readonly level: string;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** How the parts become the word. */
export type Whole =
  | {
      readonly rule: "sum";
      /** The lowest total of each level above the lowest, in points. */
      readonly cuts: readonly number[];
      /** How a percentage of the highest total is published, if it is: rounded up. */
      readonly percentage: "ceil" | null;
      /** The lowest percentage of each level above the lowest, as it is published, if it is. */
      readonly percentages: readonly number[] | null;
    }
  | {
      readonly rule: "limits";
      /** The first whose conditions all hold gives the word. */
      readonly limits: readonly { readonly word: string; readonly if: readonly Limit[] }[];
      /** The word where none holds. */
      readonly else: string;
    }
  | { readonly rule: "judgement" }
  | { readonly rule: "none" };

/** A table of bodies that holds only some of them, or that was not read from the regulator itself. */
export interface Sample {
  /** The name of the table, `ID.csv` or `ID.NAME.csv`, without `.csv`. */
  readonly table: string;
  /** What its bodies are called in a sentence: "care homes in Scotland". */
  readonly label: string;
  /** Which bodies it holds, in full. */
  readonly name: string;
  /** What is to be said wherever a number of it is; null for nothing. */
  readonly caveat: string | null;
}

/** What a regulator rates, in which parts and levels, and how parts become a rating. */
export interface Scheme {
  readonly id: string;
  readonly name: string;
  readonly regulator: string;
  /** What is rated, one of them: "care home"; several add an s. */
  readonly body: string;
  /** The days between which assessments under it are published; null for open. */
  readonly from: string | null;
  readonly to: string | null;
  /** From the lowest to the highest. */
  readonly levels: readonly Level[];
  /** The lowest level that is good. */
  readonly good: string;
  readonly themes: readonly Theme[];
  readonly parts: readonly Part[];
  readonly whole: Whole;
  readonly samples: readonly Sample[];
}

/** The published word for a body: the name of one of the scheme's levels. */
export type Rating = string;

/** The grade of a part: a level's place, from 1. */
export type Score = number;

/** The totals that a word covers, both ends included. */
export interface Band {
  readonly rating: Rating;
  readonly from: number;
  readonly to: number;
}

/** The words of a scheme, from the lowest to the highest. */
export function ratingsOf({ levels }: Pick<Scheme, "levels">): readonly Rating[] {
  return levels.map(({ name }) => name);
}

/** A word's place, from 0 for the lowest. Throws a RangeError for a word that the scheme has not. */
export function ratingRank(scheme: Scheme, rating: Rating): number {
  const rank = scheme.levels.findIndex(({ name }) => name === rating);
  if (rank === -1) throw new RangeError(`expected ${ratingsOf(scheme).join(", ")}: ${rating}`);
  return rank;
}

/** The place of the lowest word that is good, from 0. */
export function goodRank(scheme: Scheme): number {
  return ratingRank(scheme, scheme.good);
}

/** Whether a word is the scheme's good or one above it. */
export function isGoodOrBetter(scheme: Scheme, rating: Rating): boolean {
  return ratingRank(scheme, rating) >= goodRank(scheme);
}

/** The lowest grade that a part can have: grades are places among the levels. */
export const lowestScore: Score = 1;

/** The lowest grade of a part that is good. */
export function goodScore(scheme: Scheme): Score {
  return goodRank(scheme) + 1;
}

/** The lowest and the highest total of all parts. */
export function totalsOf({ parts, levels }: Scheme): {
  readonly min: number;
  readonly max: number;
} {
  return { min: parts.length, max: parts.length * levels.length };
}

/** The totals at which the word changes, or null where the word is no matter of totals. */
export function cutsOf({ whole }: Scheme): readonly number[] | null {
  return whole.rule === "sum" ? whole.cuts : null;
}

/** The totals that each word covers, from the lowest word, or null where totals decide no word. */
export function bandsOf(scheme: Scheme): readonly Band[] | null {
  const cuts = cutsOf(scheme);
  if (cuts === null) return null;
  const { min, max } = totalsOf(scheme);
  return scheme.levels.map(({ name }, i) => ({
    rating: name,
    from: i === 0 ? min : cuts[i - 1],
    to: i === cuts.length ? max : cuts[i] - 1,
  }));
}

function isTotal(scheme: Scheme, total: number): boolean {
  const { min, max } = totalsOf(scheme);
  return Number.isInteger(total) && total >= min && total <= max;
}

function checkTotal(scheme: Scheme, total: number): void {
  const { min, max } = totalsOf(scheme);
  if (!isTotal(scheme, total))
    throw new RangeError(`expected a whole number from ${min} to ${max}: ${total}`);
}

/** The band that a total falls in. Throws a RangeError for no total, or where totals decide no word. */
export function bandOfSum(scheme: Scheme, total: number): Band {
  checkTotal(scheme, total);
  const bands = bandsOf(scheme);
  if (bands === null) throw new RangeError(`${scheme.id}: no total decides a word`);
  return bands.find(({ to }) => total <= to)!;
}

/** The word that a total carries. */
export function ratingOfSum(scheme: Scheme, total: number): Rating {
  return bandOfSum(scheme, total).rating;
}

/** The percentage that is published for a total: of the highest total, rounded up. */
export function percentageOfSum(scheme: Scheme, total: number): number {
  checkTotal(scheme, total);
  return Math.ceil((100 * total) / totalsOf(scheme).max);
}

/** The one total that a published percentage can stand for, or null where no total gives it. */
export function sumOfPercentage(scheme: Scheme, percentage: number): number | null {
  if (scheme.whole.rule !== "sum" || scheme.whole.percentage === null) return null;
  const total = Math.floor((percentage * totalsOf(scheme).max) / 100);
  return isTotal(scheme, total) && percentageOfSum(scheme, total) === percentage ? total : null;
}

/** The total of all parts, or null where one is not known. */
export function sumOfScores(scheme: Scheme, scores: readonly (Score | null)[]): number | null {
  if (scores.length !== scheme.parts.length) return null;
  return scores.reduce<number | null>(
    (total, score) => (total === null || score === null ? null : total + score),
    0,
  );
}

function holds(
  { level, atLeast = 0, atMost = Infinity }: Limit,
  words: readonly Rating[],
): boolean {
  const count = words.filter((word) => word === level).length;
  return count >= atLeast && count <= atMost;
}

/**
 * The word that the scheme's rule gives for the grades of all parts, or null where one is not known
 * or the word is a judgement, or there is none.
 */
export function ratingOfScores(scheme: Scheme, scores: readonly (Score | null)[]): Rating | null {
  const total = sumOfScores(scheme, scores);
  if (total === null) return null;
  const { whole, levels } = scheme;
  if (whole.rule === "sum") return ratingOfSum(scheme, total);
  if (whole.rule !== "limits") return null;
  const words = scores.map((score) => levels[score! - 1].name);
  const first = whole.limits.find((one) => one.if.every((limit) => holds(limit, words)));
  return first?.word ?? whole.else;
}
