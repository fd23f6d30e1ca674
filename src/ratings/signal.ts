import { remembered } from "../remembered.js";
import { defaultReplicates, defaultSeed } from "../statistics/bootstrap.js";
import type { SimulationOptions } from "../statistics/bootstrap.js";
import { middleOf } from "../statistics/middle.js";
import {
  groupDispersion,
  itemInformation,
  meanHamming,
  shareHigherSomewhere,
  toPattern,
} from "../statistics/patterns.js";
import { random } from "../statistics/random.js";
import { fitRasch, raschPatterns } from "../statistics/rasch.js";
import { fewerThanTwo, withoutThemes } from "./incomputable.js";
import type { Incomputable } from "./incomputable.js";
import { completeOnly } from "./profile.js";
import type { Profile } from "./profile.js";
import { goodRank, goodScore } from "./scheme.js";
import type { Scheme } from "./scheme.js";
import { gradesName, noPair } from "./schemeWords.js";
import { themeGroups } from "./themeGroups.js";

/** A statistic of the patterns against what one quality plus chance gives. */
export interface AgainstOneQuality {
  readonly observed: number;
  /** Its mean over the draws. */
  readonly expected: number;
  /** The middle 95% of the draws. */
  readonly range: readonly [number, number];
  /** One-sided, upper: (1 + draws as large or larger) / (1 + draws). */
  readonly p: number;
}

/** How closely one part moves with the word, against the same. */
export interface WithWord {
  /** Its id. */
  readonly part: string;
  /** Theil's U of the dichotomised grade given the word, its mean and deviation over the draws. */
  readonly u: number;
  readonly mean: number;
  readonly deviation: number;
  /** (u - mean) / deviation. */
  readonly standardised: number;
}

/**
 * Whether profiles of parts hold more than one quality plus chance, by permutation given every total.
 */
export interface PatternSignal {
  readonly n: number;
  /** The primary statistic: the theme means' share of the double-centred sum of squares. */
  readonly dispersion: AgainstOneQuality | null;
  /** The mean number of parts on which two bodies differ. It sees only each part's share. */
  readonly hamming: AgainstOneQuality | null;
  /**
   * The share of pairs of bodies on either side of good in which the lower is higher somewhere,
   * among the `n` whose every grade is the lowest good one or the one below it.
   */
  readonly reversal: (AgainstOneQuality & { readonly n: number }) | null;
  /** The largest `standardised` over the parts, and whether it is large for a largest one. */
  readonly withWord: {
    readonly parts: readonly WithWord[];
    readonly largest: string;
    readonly p: number;
  } | null;
  readonly replicates: number;
  readonly seed: number;
  readonly incomputable: readonly Incomputable[];
}

/** Differences from rounding alone do not make one draw larger than another. */
const rounding = 1e-9;

function mean(values: Float64Array): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}

function against(observed: number, draws: Float64Array): AgainstOneQuality {
  const larger = draws.reduce((count, x) => count + Number(x >= observed - rounding), 0);
  const p = (1 + larger) / (1 + draws.length);
  return { observed, expected: mean(draws), range: middleOf(draws), p };
}

/** Standardises by the draws; null where a part's information never varies in them. */
function withWordOf(
  ids: readonly string[],
  observed: readonly number[],
  drawn: readonly Float64Array[],
): PatternSignal["withWord"] {
  const means = drawn.map(mean);
  const deviations = drawn.map((draws, j) =>
    Math.sqrt(draws.reduce((sum, x) => sum + (x - means[j]) ** 2, 0) / (draws.length - 1)),
  );
  if (!deviations.every((deviation) => deviation > rounding)) return null;
  const rows = observed.map((u, j) => ({
    part: ids[j],
    u,
    mean: means[j],
    deviation: deviations[j],
    standardised: (u - means[j]) / deviations[j],
  }));
  const top = rows.reduce((a, b) => (b.standardised > a.standardised ? b : a));
  const maxima = drawn[0].map((_, r) =>
    Math.max(...drawn.map((draws, j) => (draws[r] - means[j]) / deviations[j])),
  );
  return { parts: rows, largest: top.part, p: against(top.standardised, maxima).p };
}

/** "only 2s and 3s", or, where parts are graded in words, those two. */
function onlyNearGood(scheme: Scheme): string {
  const good = goodRank(scheme);
  const [below, at] = scheme.levels.slice(good - 1, good + 1);
  return gradesName(scheme) === "scores"
    ? `only ${below.score}s and ${at.score}s`
    : `only parts that are ${below.name} and ${at.name}`;
}

function compute(
  scheme: Scheme,
  profiles: readonly Profile[],
  { replicates = defaultReplicates, seed = defaultSeed }: SimulationOptions = {},
): PatternSignal {
  const known = completeOnly(scheme, profiles);
  const n = known.length;
  const about = { n, replicates, seed };
  const without = (reason: string): PatternSignal => {
    const nothing = { dispersion: null, hamming: null, reversal: null, withWord: null };
    const incomputable = Object.keys(nothing).map((quantity) => ({ quantity, reason }));
    return { ...about, ...nothing, incomputable };
  };
  if (n < 2) return without(fewerThanTwo(scheme, n));
  const least = goodScore(scheme);
  const rows = known.map(({ grades }) => grades.map((grade) => Number(grade >= least)));
  const fit = fitRasch(rows);
  if (fit.value === null) return without(fit.reason);
  const patterns = rows.map(toPattern);
  const width = scheme.parts.length;
  const groups = themeGroups(scheme);
  const dispersionOf = groups.length === 0 ? null : groupDispersion(groups);
  const dispersion = dispersionOf === null ? null : dispersionOf(patterns);
  if (dispersionOf !== null && dispersion === null)
    return without("no pattern differs from its totals");

  const isPlain = (grades: readonly number[]) =>
    grades.every((grade) => grade === least - 1 || grade === least);
  const plain = known.flatMap(({ grades }, i) => (isPlain(grades) ? [i] : []));
  const good = plain.filter((i) => known[i].rank === goodRank(scheme));
  const weak = plain.filter((i) => known[i].rank === goodRank(scheme) - 1);
  const hasPairs = weak.length > 0 && good.length > 0;
  const words = known.map(({ rank }) => rank ?? 0);
  const hasWords = new Set(words).size > 1;
  const informationOf = itemInformation(words, width);

  const draw = raschPatterns(fit.value.easiness);
  const counts = rows.map((row) => row.reduce((sum, x) => sum + x, 0));
  const draws = new Int32Array(n);
  const stream = random(seed);
  const drawn = {
    dispersion: new Float64Array(replicates),
    hamming: new Float64Array(replicates),
    reversal: new Float64Array(replicates),
    u: scheme.parts.map(() => new Float64Array(replicates)),
  };
  for (let r = 0; r < replicates; r++) {
    for (let i = 0; i < n; i++) draws[i] = draw(counts[i], stream);
    if (dispersionOf !== null) drawn.dispersion[r] = dispersionOf(draws) ?? 0;
    drawn.hamming[r] = meanHamming(draws, width);
    if (hasPairs) drawn.reversal[r] = shareHigherSomewhere(draws, weak, good);
    if (!hasWords) continue;
    const u = informationOf(draws);
    for (let j = 0; j < u.length; j++) drawn.u[j][r] = u[j];
  }
  const incomputable: Incomputable[] = [];
  if (dispersion === null) incomputable.push({ quantity: "dispersion", reason: withoutThemes });
  if (!hasPairs) {
    const reason =
      goodRank(scheme) === 0 ? noPair(scheme) : `${noPair(scheme)} with ${onlyNearGood(scheme)}`;
    incomputable.push({ quantity: "reversal", reason });
  }
  const ids = scheme.parts.map(({ id }) => id);
  const withWord = hasWords ? withWordOf(ids, informationOf(patterns), drawn.u) : null;
  if (!withWord)
    incomputable.push({
      quantity: "withWord",
      reason: hasWords
        ? "a part's information never varies"
        : `every ${scheme.body} has the same rating`,
    });
  return {
    ...about,
    dispersion: dispersion === null ? null : against(dispersion, drawn.dispersion),
    hamming: against(meanHamming(patterns, width), drawn.hamming),
    reversal: hasPairs
      ? { n: plain.length, ...against(shareHigherSomewhere(patterns, weak, good), drawn.reversal) }
      : null,
    withWord,
    incomputable,
  };
}

/**
 * Whether bodies' patterns over the parts go beyond one quality plus chance. Grades are dichotomised
 * at the lowest good one and each body keeps its number of good parts; patterns are drawn from the
 * Rasch model's law given that number, the parts' easiness by conditional likelihood.
 *
 * A large p means that the patterns are not distinguishable from one quality plus chance, which is
 * not evidence of it.
 */
export const signalOf = remembered(compute);
