import type { Dataset } from "../data/dataset.js";
import { ratingOfSum, ratingRank } from "../framework.js";
import { defaultSeed } from "../../statistics/bootstrap.js";
import type { SimulationOptions } from "../../statistics/bootstrap.js";
import { fitCumulativeLogit } from "../../statistics/cumulativeLogit.js";
import { middleOf } from "../../statistics/middle.js";
import { normal } from "../../statistics/normal.js";
import { random } from "../../statistics/random.js";
import { fewerThanTwo } from "./incomputable.js";
import type { Incomputable } from "./incomputable.js";
import { select } from "./select.js";
import type { AnalysisOptions, Selection } from "./select.js";
import { sumsOfSquares } from "./variance.js";

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

/**
 * How much of the variation of scores the word would carry were there one quality and nothing
 * else: as many councils are drawn anew from the fitted ordinal model, 999 times by default, and
 * the sums of squares are split as the published ones are. A word can carry no more than about
 * this even where one number says all there is to say.
 */
export function oneQuality(
  dataset: Dataset,
  options: AnalysisOptions & SimulationOptions = {},
): OneQuality {
  const { scheme, set, assessments, n, leftOut } = select(dataset, "scores", options);
  const { replicates = 999, seed = defaultSeed } = options;
  const about = { scheme, set, n, leftOut, replicates, seed };
  const without = (reason: string): OneQuality => {
    const incomputable = ["word", "sum"].map((quantity) => ({ quantity, reason }));
    return { ...about, word: null, sum: null, ranges: { word: null, sum: null }, incomputable };
  };
  if (n < 2) return without(fewerThanTwo(n));
  const rows = assessments.map((a) => a.scores.map(Number));
  const { value: model, reason } = fitCumulativeLogit(rows, 4);
  if (model === null) return without(reason);
  const lowest = Math.min(...rows.flat());
  // A threshold with no score on one side lies beyond all scores on that side.
  const thresholds = model.thresholds.map(
    (threshold, c) => threshold ?? (c + 1 < lowest ? -Infinity : Infinity),
  );
  const items = [0, ...model.items];
  const stream = random(seed);
  const draw = () => {
    const quality = model.sigma * normal(stream);
    const scores = items.map((item) => {
      // The logit of a uniform number is logistic, as the model's error is.
      const u = stream.next();
      const latent = item + quality + Math.log(u / (1 - u));
      return 1 + thresholds.filter((threshold) => latent > threshold).length;
    });
    const sum = scores.reduce((total, score) => total + score, 0);
    const squares = scores.reduce((total, score) => total + score * score, 0);
    return { scores, sum, squares, word: ratingRank(ratingOfSum(sum)) };
  };
  const words: number[] = [];
  const sums: number[] = [];
  for (let r = 0; r < replicates; r++) {
    const parts = sumsOfSquares(rows.map(draw));
    if (parts.total === 0) continue;
    words.push(parts.rating / parts.total);
    sums.push((parts.rating + parts.sumWithinRating) / parts.total);
  }
  if (words.length === 0) return without("every score is the same in every draw");
  const mean = (shares: readonly number[]) => shares.reduce((t, x) => t + x, 0) / shares.length;
  return {
    ...about,
    word: mean(words),
    sum: mean(sums),
    ranges: { word: middleOf(words), sum: middleOf(sums) },
    incomputable: [],
  };
}
