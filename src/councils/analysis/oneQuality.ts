import type { Dataset } from "../data/dataset.js";
import { remembered } from "../../remembered.js";
import { defaultSeed } from "../../statistics/bootstrap.js";
import type { SimulationOptions } from "../../statistics/bootstrap.js";
import { estimated, notEstimable } from "../../statistics/estimated.js";
import type { Estimated } from "../../statistics/estimated.js";
import { middleOf } from "../../statistics/middle.js";
import { fewerThanTwo } from "../../ratings/incomputable.js";
import type { Incomputable } from "../../ratings/incomputable.js";
import { oneQualityModel } from "../../ratings/oneQuality.js";
import type { CompleteProfile } from "../../ratings/profile.js";
import type { Scheme } from "../../ratings/scheme.js";
import { sumsOfSquares, toUnits } from "../../ratings/sumsOfSquares.js";
import { selectProfiles } from "./councilProfiles.js";
import type { AnalysisOptions, Selection } from "./select.js";

/** What the rating and the total would keep if councils had one quality plus chance. */
export interface OneQuality extends Pick<Selection, "scheme" | "set" | "n" | "leftOut"> {
  /** The share of variation that the word would carry, 0 to 1: its mean over the draws. */
  readonly word: number | null;
  /** The same with the uncut sum. */
  readonly sum: number | null;
  /** The range of the middle 95% of the draws. */
  readonly ranges: {
    readonly word: readonly [number, number] | null;
    readonly sum: readonly [number, number] | null;
  };
  readonly replicates: number;
  readonly seed: number;
  readonly incomputable: readonly Incomputable[];
}

const drawnShares = remembered(
  (
    scheme: Scheme,
    profiles: readonly CompleteProfile[],
    replicates: number,
    seed: number,
  ): Estimated<Pick<OneQuality, "word" | "sum" | "ranges">> => {
    const { value: model, reason } = oneQualityModel(scheme, profiles, seed);
    if (model === null) return notEstimable(reason);
    const words: number[] = [];
    const sums: number[] = [];
    for (let r = 0; r < replicates; r++) {
      const split = sumsOfSquares(toUnits(model.draw()), scheme.levels.length);
      if (split.total === 0) continue;
      words.push(split.rating / split.total);
      sums.push((split.rating + split.sumWithinRating) / split.total);
    }
    if (words.length === 0) return notEstimable("every score is the same in every draw");
    const mean = (shares: readonly number[]) => shares.reduce((t, x) => t + x, 0) / shares.length;
    const ranges = { word: middleOf(words), sum: middleOf(sums) };
    return estimated({ word: mean(words), sum: mean(sums), ranges });
  },
);

/**
 * How much of the variation of scores the word would carry were there one quality and nothing
 * else: as many councils are drawn anew from the fitted ordinal model, 999 times by default
 * ({@link oneQualityModel}), and the sums of squares are split as the published ones are. A word can
 * carry no more than about this even where one number says all there is to say.
 */
export function oneQuality(
  dataset: Dataset,
  options: AnalysisOptions & SimulationOptions = {},
): OneQuality {
  const { scheme, set, profiles, n, leftOut } = selectProfiles(dataset, options);
  const { replicates = 999, seed = defaultSeed } = options;
  const about = { scheme, set, n, leftOut, replicates, seed };
  const without = (reason: string): OneQuality => {
    const incomputable = ["word", "sum"].map((quantity) => ({ quantity, reason }));
    return { ...about, word: null, sum: null, ranges: { word: null, sum: null }, incomputable };
  };
  if (n < 2) return without(fewerThanTwo(scheme, n));
  const { value, reason } = drawnShares(scheme, profiles, replicates, seed);
  return value === null ? without(reason) : { ...about, ...value, incomputable: [] };
}
