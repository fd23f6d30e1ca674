import { remembered } from "../remembered.js";
import { defaultSeed } from "../statistics/bootstrap.js";
import type { SimulationOptions } from "../statistics/bootstrap.js";
import { notEstimable } from "../statistics/estimated.js";
import { fitExactCumulativeLogit, missedByNodes } from "../statistics/exactCumulativeLogit.js";
import { middleOf } from "../statistics/middle.js";
import { allAlike } from "./allAlike.js";
import { fewerThanTwo, withoutWord } from "./incomputable.js";
import type { Incomputable } from "./incomputable.js";
import { lowPart } from "./lowPart.js";
import type { LowPart } from "./lowPart.js";
import { oneQualityModel } from "./oneQuality.js";
import type { OneQualityModel } from "./oneQuality.js";
import { completeOnly } from "./profile.js";
import type { CompleteProfile, Profile } from "./profile.js";
import { reversalShare } from "./reversal.js";
import { gradesName, noPair } from "./schemeWords.js";
import type { Scheme } from "./scheme.js";
import { sumsOfSquares, toUnits } from "./sumsOfSquares.js";
import { toldRight } from "./toldRight.js";

/** The measures that hold for every scheme with a word and parts, each a share, 0 to 1. */
export const measureNames = [
  "wordShare",
  "toldRight",
  "allAlike",
  "lowPartUnderGood",
  "reversals",
] as const;
export type MeasureName = (typeof measureNames)[number];

/** What one quality plus chance gives. */
export interface Benchmark {
  /** Over the draws. */
  readonly mean: number;
  /** The middle 95% of the draws. */
  readonly range: readonly [number, number];
}

/**
 * A measure of what one rating says, 0 to 1, as published and as one quality plus chance would give it.
 */
export interface Measure {
  readonly observed: number | null;
  /** Null where it cannot be drawn, or too few draws give the measure. */
  readonly oneQuality: Benchmark | null;
}

type FittedModel = Pick<OneQualityModel, "sigma" | "logLikelihood">;
type Benchmarks = Readonly<Record<MeasureName, Benchmark | null>>;

/** One quality plus chance, with what it gives. */
export interface ExactModel extends FittedModel {
  readonly oneQuality: Benchmarks;
}

/** What one rating says of a scheme's parts, by the measures that hold for every scheme. */
export interface Measures extends Readonly<Record<MeasureName, Measure>> {
  /** Bodies with every grade and, where the scheme has one, the word known. */
  readonly n: number;
  readonly lowPart: LowPart;
  /** The fitted model of one quality; null where it cannot be fitted. */
  readonly model: FittedModel | null;
  /**
   * What the same model gives where its likelihood is integrated to rounding, if the nodes of
   * `model` miss that by more than 0.1; else null.
   */
  readonly exact: ExactModel | null;
  readonly replicates: number;
  readonly seed: number;
  readonly incomputable: readonly Incomputable[];
}

/** The share of the variation of the grades that lies between words; null with one word or grade. */
export function wordShare(scheme: Scheme, profiles: readonly CompleteProfile[]): number | null {
  if (profiles.length === 0) return null;
  const { total, rating, words } = sumsOfSquares(toUnits(profiles), scheme.levels.length);
  return total === 0 || words < 2 ? null : rating / total;
}

const valueOf: Readonly<
  Record<MeasureName, (scheme: Scheme, profiles: readonly CompleteProfile[]) => number | null>
> = {
  wordShare,
  toldRight: (_, profiles) => toldRight(profiles),
  allAlike: (_, profiles) => allAlike(profiles),
  lowPartUnderGood: (scheme, profiles) => lowPart(scheme, profiles).share,
  reversals: reversalShare,
};

/** How far quadrature may miss a log-likelihood before its estimates are told beside exact ones. */
const mostOffLikelihood = 0.1;

const byName = <T>(of: (i: number) => T) =>
  Object.fromEntries(measureNames.map((name, i) => [name, of(i)])) as Record<MeasureName, T>;

function whyNot(scheme: Scheme, name: MeasureName): string {
  if (scheme.whole.rule === "none") return withoutWord;
  if (name === "reversals") return noPair(scheme);
  if (name === "lowPartUnderGood")
    return `no ${scheme.body} has the word ${scheme.good} or a better one`;
  return `every ${scheme.body} has the same rating, or every one of the ${gradesName(scheme)} is the same`;
}

function compute(
  scheme: Scheme,
  profiles: readonly Profile[],
  { replicates = 2000, seed = defaultSeed }: SimulationOptions = {},
): Measures {
  const known = completeOnly(scheme, profiles);
  const n = known.length;
  const observed = measureNames.map((name) => valueOf[name](scheme, known));
  const whyNotObserved = observed.map((value, i) => {
    if (value !== null) return null;
    return n < 2 ? fewerThanTwo(scheme, n) : whyNot(scheme, measureNames[i]);
  });
  const benchmarksBy = (model: OneQualityModel | null): Benchmarks => {
    const drawn = measureNames.map((): number[] => []);
    for (let r = 0; model !== null && r < replicates; r++) {
      const sample = model.draw();
      measureNames.forEach((name, i) => {
        const value = observed[i] === null ? null : valueOf[name](scheme, sample);
        if (value !== null) drawn[i].push(value);
      });
    }
    const benchmarks = drawn.map((values): Benchmark | null =>
      values.length === 0
        ? null
        : { mean: values.reduce((sum, x) => sum + x, 0) / values.length, range: middleOf(values) },
    );
    return byName((i) => benchmarks[i]);
  };
  const { value: model, reason } = oneQualityModel(scheme, known, seed);
  const benchmarks = benchmarksBy(model);
  const missed =
    model === null
      ? 0
      : missedByNodes(
          known.map(({ grades }) => grades),
          model.fit,
        );
  const { value: finer, reason: noFiner } =
    Math.abs(missed) > mostOffLikelihood
      ? oneQualityModel(scheme, known, seed, fitExactCumulativeLogit)
      : notEstimable(`15 nodes settle the likelihood, to within ${mostOffLikelihood}`);
  const noModel = n < 2 ? fewerThanTwo(scheme, n) : reason;
  const reasons = [
    ...measureNames.map((quantity, i) => ({ quantity, reason: whyNotObserved[i] })),
    { quantity: "model", reason: noModel },
    { quantity: "exact", reason: model === null ? null : noFiner },
    ...measureNames.map((name, i) => ({
      quantity: `${name}.oneQuality`,
      reason:
        benchmarks[name] === null ? (whyNotObserved[i] ?? noModel ?? "no draw gives it") : null,
    })),
  ];
  const incomputable = reasons.flatMap(({ quantity, reason }): Incomputable[] =>
    reason === null ? [] : [{ quantity, reason }],
  );
  const measures = byName((i) => ({
    observed: observed[i],
    oneQuality: benchmarks[measureNames[i]],
  }));
  const numbersOf = ({ sigma, logLikelihood }: FittedModel) => ({ sigma, logLikelihood });
  return {
    ...{ n, ...measures, lowPart: lowPart(scheme, known) },
    model: model && numbersOf(model),
    exact: finer ? { ...numbersOf(finer), oneQuality: benchmarksBy(finer) } : null,
    ...{ replicates, seed, incomputable },
  };
}

/**
 * What a word tells and hides of the parts, in any scheme, beside what it would tell if bodies
 * differed in one quality and all else were chance ({@link oneQualityModel}; 2,000 draws by
 * default). A benchmark, not a test: it says what would be usual were there one quality, not that
 * there is.
 *
 * - `wordShare`: of the variation of the grades, what lies between words;
 * - `toldRight`: of all grades, those that are the word's own level;
 * - `allAlike`: bodies all of whose parts have one grade;
 * - `lowPartUnderGood`: of bodies whose word is good or better, those with a part below good;
 * - `reversals`: of pairs on either side of good, those where the lower is higher on some part.
 *
 * Fewer parts and a wider spread of bodies raise the first by themselves, so that no one measure
 * ranks schemes.
 */
export const measuresOf = remembered(compute);
