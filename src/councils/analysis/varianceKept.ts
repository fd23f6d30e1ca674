import type { Dataset } from "../data/dataset.js";
import { bootstrap } from "../../statistics/bootstrap.js";
import type { Bootstrap, SimulationOptions } from "../../statistics/bootstrap.js";
import {
  fewerThanTwo,
  noInterval,
  withoutThemes,
  withoutWord,
} from "../../ratings/incomputable.js";
import type { Incomputable } from "../../ratings/incomputable.js";
import { themeGroups } from "../../ratings/themeGroups.js";
import { allGrades } from "../../ratings/schemeWords.js";
import { sumsOfSquares, toUnits } from "../../ratings/sumsOfSquares.js";
import type { GradedUnit } from "../../ratings/sumsOfSquares.js";
import { selectProfiles } from "./councilProfiles.js";
import type { AnalysisOptions, Selection } from "./select.js";

/** What each way of summing up keeps, as a share, 0 to 1, of what is left without statement means. */
export interface Kept {
  /** One word for nine scores. */
  readonly word: number | null;
  /** One uncut sum of nine scores. */
  readonly sum: number | null;
  /** Four words, one a theme. */
  readonly themeWords: number | null;
  /** Four uncut means, one a theme. */
  readonly themeMeans: number | null;
}

type Interval = readonly [number, number] | null;

/**
 * The share of the variation between scores that the rating keeps, and that the total keeps, 0 to 1.
 */
export interface VarianceKept extends Pick<Selection, "scheme" | "set" | "n" | "leftOut">, Kept {
  /** 95% intervals, drawing councils with replacement. */
  readonly intervals: { readonly word: Interval; readonly sum: Interval };
  /** How they were made; null where there was nothing to draw. */
  readonly bootstrap: Omit<Bootstrap, "intervals"> | null;
  readonly incomputable: readonly Incomputable[];
}

/**
 * The sums of squares that groups of statements keep once each statement's mean is taken off, in
 * points squared: with an uncut mean a group, and with that mean rounded to a word, halves up.
 *
 * `scores` holds a row of numbers a council; `groups` the places of the statements in each group.
 */
export function keptByGroups(
  scores: readonly (readonly number[])[],
  groups: readonly (readonly number[])[],
): { readonly means: number; readonly words: number } {
  let means = 0;
  let words = 0;
  for (const group of groups) {
    const groupMeans = scores.map((row) => group.reduce((t, j) => t + row[j], 0) / group.length);
    const centre = groupMeans.reduce((t, m) => t + m, 0) / scores.length;
    const byWord = new Map<number, { n: number; total: number }>();
    for (const groupMean of groupMeans) {
      const deviation = groupMean - centre;
      means += group.length * deviation ** 2;
      // Math.round takes halves up, as the rule does.
      const word = Math.round(groupMean);
      const { n, total } = byWord.get(word) ?? { n: 0, total: 0 };
      byWord.set(word, { n: n + 1, total: total + deviation });
    }
    for (const { n, total } of byWord.values()) words += (group.length * total ** 2) / n;
  }
  return { means, words };
}

/** What the word and the sum keep of the variation between councils; null where there is none. */
function keptByWordAndSum(
  units: readonly GradedUnit[],
  levels: number,
): [number | null, number | null] {
  const { rating, sumWithinRating, residual, words } = sumsOfSquares(units, levels);
  const centred = rating + sumWithinRating + residual;
  if (centred === 0) return [null, null];
  // With one word there is no difference between words to measure.
  return [words < 2 ? null : rating / centred, (rating + sumWithinRating) / centred];
}

/**
 * How much of the variation between councils on the same statement survives in one word, in the
 * sum, in four theme words and in four theme means. Print the word beside the sum: even the uncut
 * sum keeps only part of it.
 */
export function varianceKept(
  dataset: Dataset,
  options: AnalysisOptions & SimulationOptions = {},
): VarianceKept {
  const { scheme, set, profiles, n, leftOut } = selectProfiles(dataset, options);
  const levels = scheme.levels.length;
  const without = (reason: string): VarianceKept => {
    const nothing = { word: null, sum: null, themeWords: null, themeMeans: null };
    const incomputable = Object.keys(nothing).map((quantity) => ({ quantity, reason }));
    const intervals = { word: null, sum: null };
    return { scheme, set, n, leftOut, ...nothing, intervals, bootstrap: null, incomputable };
  };
  if (n < 2) return without(fewerThanTwo(scheme, n));
  const units = toUnits(profiles);
  const scores = profiles.map(({ grades }) => grades);
  const identical = scores.every((row) => row.every((score, j) => score === scores[0][j]));
  if (identical) return without(`every council has the same ${allGrades(scheme)}`);
  const [word, sum] = keptByWordAndSum(units, levels);
  const { rating, sumWithinRating, residual } = sumsOfSquares(units, levels);
  const centred = rating + sumWithinRating + residual;
  const groups = themeGroups(scheme);
  const themed = groups.length === 0 ? null : keptByGroups(scores, groups);
  const { intervals, ...how } = bootstrap(
    units,
    (sample) => keptByWordAndSum(sample, levels),
    options,
  );
  const incomputable: Incomputable[] = [];
  if (themed === null)
    for (const quantity of ["themeWords", "themeMeans"])
      incomputable.push({ quantity, reason: withoutThemes });
  if (word === null)
    incomputable.push({
      quantity: "word",
      reason: scheme.whole.rule === "none" ? withoutWord : "every council has the same rating",
    });
  else if (intervals[0] === null)
    incomputable.push({
      quantity: "intervals.word",
      reason: noInterval(how, "too many draws hold one word only"),
    });
  if (intervals[1] === null)
    incomputable.push({
      quantity: "intervals.sum",
      reason: noInterval(how, `in too many draws every council has the same ${allGrades(scheme)}`),
    });
  return {
    scheme,
    set,
    n,
    leftOut,
    word,
    sum,
    themeWords: themed && themed.words / centred,
    themeMeans: themed && themed.means / centred,
    intervals: { word: word === null ? null : intervals[0], sum: intervals[1] },
    bootstrap: how,
    incomputable,
  };
}
