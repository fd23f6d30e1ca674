import { estimated, notEstimable } from "./estimated.js";
import type { Estimated } from "./estimated.js";
import { minimise } from "./minimise.js";

/** A proportional-odds model: logit P(y <= c) = cuts[c] - x . slopes. */
export interface ProportionalOdds {
  readonly logLik: number;
  /** Between categories c and c + 1, ascending. */
  readonly cuts: readonly number[];
  readonly slopes: readonly number[];
}

const chance = (t: number) => 1 / (1 + Math.exp(-t));
/** A slope this far out, per unit of a covariate, counts as not finite. */
const farthest = 30;

/**
 * Proportional odds by maximum likelihood. `y` holds categories from 0 to C - 1, each of which
 * occurs; `rows` the covariates of each, which should be of like scale. Not estimable with one
 * category, or where the covariates tell the categories apart.
 *
 * Source: McCullagh, Journal of the Royal Statistical Society B 42 (1980).
 */
export function fitProportionalOdds(
  rows: readonly (readonly number[])[],
  y: readonly number[],
): Estimated<ProportionalOdds> {
  const cutCount = Math.max(...y);
  if (cutCount < 1) return notEstimable("all outcomes are the same");
  const width = rows[0].length;
  const evaluate = (point: readonly number[]) => {
    const gradient = point.map(() => 0);
    let value = 0;
    for (const [i, row] of rows.entries()) {
      const shift = row.reduce((sum, x, j) => sum + x * point[cutCount + j], 0);
      const upper = y[i] === cutCount ? 1 : chance(point[y[i]] - shift);
      const lower = y[i] === 0 ? 0 : chance(point[y[i] - 1] - shift);
      const p = upper - lower;
      if (!(p > 0)) return { value: Infinity, gradient };
      value -= Math.log(p);
      const [atUpper, atLower] = [upper * (1 - upper), lower * (1 - lower)];
      if (y[i] < cutCount) gradient[y[i]] -= atUpper / p;
      if (y[i] > 0) gradient[y[i] - 1] += atLower / p;
      for (let j = 0; j < width; j++) gradient[cutCount + j] += ((atUpper - atLower) / p) * row[j];
    }
    return { value, gradient };
  };
  // Without covariates the cuts are the logits of the shares at or below each category.
  const cuts = Array.from({ length: cutCount }, (_, c) => {
    const share = y.filter((other) => other <= c).length / y.length;
    return Math.log(share / (1 - share));
  });
  const found = minimise(evaluate, [...cuts, ...Array<number>(width).fill(0)]);
  const slopes = found.point.slice(cutCount);
  if (!found.converged || slopes.some((slope) => Math.abs(slope) > farthest))
    return notEstimable("the covariates tell the outcomes apart: no finite estimate");
  return estimated({ logLik: -found.value, cuts: found.point.slice(0, cutCount), slopes });
}

/** The chance of each category for one row of covariates. */
export function chancesOf({ cuts, slopes }: ProportionalOdds, row: readonly number[]): number[] {
  const shift = row.reduce((sum, x, j) => sum + x * slopes[j], 0);
  const upTo = [...cuts.map((cut) => chance(cut - shift)), 1];
  return upTo.map((p, c) => p - (c === 0 ? 0 : upTo[c - 1]));
}

/**
 * Which category each row would be given by a model fitted to all the others: the most probable,
 * the lower where two are. Covariates are standardised on the others. Categories that the others
 * lack cannot be given.
 */
export function leaveOneOut(
  rows: readonly (readonly number[])[],
  y: readonly number[],
): Estimated<readonly number[]> {
  const told: number[] = [];
  for (let left = 0; left < rows.length; left++) {
    const others = rows.filter((_, i) => i !== left);
    const theirs = y.filter((_, i) => i !== left);
    const categories = [...new Set(theirs)].sort((a, b) => a - b);
    if (categories.length < 2) return notEstimable("all others are rated the same");
    const scale = rows[left].map((_, j) => {
      const mean = others.reduce((sum, row) => sum + row[j], 0) / others.length;
      const square = others.reduce((sum, row) => sum + (row[j] - mean) ** 2, 0);
      return { mean, spread: Math.sqrt(square / (others.length - 1)) };
    });
    if (scale.some(({ spread }) => !(spread > 0))) return notEstimable("a measure does not vary");
    const standard = (row: readonly number[]) =>
      row.map((x, j) => (x - scale[j].mean) / scale[j].spread);
    const { value, reason } = fitProportionalOdds(
      others.map(standard),
      theirs.map((category) => categories.indexOf(category)),
    );
    if (value === null) return notEstimable(reason);
    const chances = chancesOf(value, standard(rows[left]));
    told.push(categories[chances.indexOf(Math.max(...chances))]);
  }
  return estimated(told);
}
