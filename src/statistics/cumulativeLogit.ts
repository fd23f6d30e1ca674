import { remembered } from "../remembered.js";
import { cumulativeLikelihood } from "./cumulativeLikelihood.js";
import type { CumulativeParameters, UnitEffect } from "./cumulativeLikelihood.js";
import { estimated, notEstimable } from "./estimated.js";
import type { Estimated } from "./estimated.js";
import { likeRows } from "./likeRows.js";
import { minimise } from "./minimise.js";
import { separation } from "./separation.js";
import { symmetricEigen } from "./symmetricEigen.js";

/** A fitted model; a standard error is from the observed information. */
export interface CumulativeLogit {
  readonly logLik: number;
  readonly sigma: number;
  /** Null where sigma is estimated at 0, the edge of its range. */
  readonly sigmaError: number | null;
  /** Between categories c and c + 1; null where no score lies on one side. */
  readonly thresholds: readonly (number | null)[];
  readonly thresholdErrors: readonly (number | null)[];
  /** Items 2 and on, relative to the first. */
  readonly items: readonly number[];
  readonly itemErrors: readonly number[];
  /** Empirical Bayes estimates of the unit effects: shrunken towards 0. */
  readonly units: readonly UnitEffect[];
}

/** Standard errors by the inverse of the observed information, or null where it has none. */
function standardErrors(
  gradientAt: (shift: number, index: number) => readonly number[],
  size: number,
): readonly number[] | null {
  const h = 1e-4;
  const rough = Array.from({ length: size }, (_, i) => {
    const [up, down] = [gradientAt(h, i), gradientAt(-h, i)];
    return up.slice(0, size).map((g, j) => (down[j] - g) / (2 * h));
  });
  const information = rough.map((row, i) => row.map((x, j) => (x + rough[j][i]) / 2));
  if (information.flat().some((x) => !Number.isFinite(x))) return null;
  const { values, vectors } = symmetricEigen(information);
  if (values.at(-1)! <= 0) return null;
  return information.map((_, i) =>
    Math.sqrt(values.reduce((sum, value, k) => sum + vectors[k][i] ** 2 / value, 0)),
  );
}

function compute(
  rows: readonly (readonly number[])[],
  categories: number,
): Estimated<CumulativeLogit> {
  const items = rows[0]?.length ?? 0;
  if (rows.length < 2 || items < 2)
    return notEstimable("the model needs at least two rows and two columns of scores");
  const seen = [...new Set(rows.flat())].sort((a, b) => a - b);
  if (seen.length < 2) return notEstimable("every score is the same");
  const {
    patterns: coded,
    times,
    places,
  } = likeRows(rows.map((row) => row.map((score) => seen.indexOf(score))));
  const top = seen.length - 1;
  const separated = separation(coded, seen);
  if (separated !== null) return notEstimable(separated);

  const toParameters = (point: readonly number[]): CumulativeParameters => {
    const thresholds = point.slice(0, top);
    // Later thresholds are sought as the logarithm of the step up, which keeps them in order.
    for (let c = 1; c < top; c++) thresholds[c] = thresholds[c - 1] + Math.exp(thresholds[c]);
    return { thresholds, items: [0, ...point.slice(top, -1)], sigma: point.at(-1)! };
  };
  const total = rows.length * items;
  const flat = rows.flat();
  const marginal = Array.from({ length: top }, (_, c) => {
    const share = flat.filter((score) => score <= seen[c]).length / total;
    return Math.log(share / (1 - share));
  });
  const start = [
    ...marginal.map((x, c) => (c === 0 ? x : Math.log(x - marginal[c - 1]))),
    ...Array.from({ length: items - 1 }, () => 0),
    1,
  ];
  const found = minimise((point) => {
    const { logLik, gradient } = cumulativeLikelihood(coded, toParameters(point), times);
    const turned = gradient.map((g) => -g);
    for (let c = top - 1; c >= 1; c--) {
      turned[c - 1] += turned[c];
      turned[c] *= Math.exp(point[c]);
    }
    return { value: -logLik, gradient: turned };
  }, start);
  const unsettled = notEstimable("the search for the likelihood's maximum does not settle");
  if (!found.converged) return unsettled;
  const best = toParameters(found.point);
  const { logLik, units } = cumulativeLikelihood(coded, best, times);
  const natural = [...best.thresholds, ...best.items.slice(1), best.sigma];
  const atEdge = Math.abs(best.sigma) < 1e-3;
  const errors = standardErrors(
    (shift, index) => {
      const point = natural.map((x, i) => (i === index ? x + shift : x));
      const shifted = {
        thresholds: point.slice(0, top),
        items: [0, ...point.slice(top, -1)],
        sigma: point.at(-1)!,
      };
      return cumulativeLikelihood(coded, shifted, times).gradient;
    },
    natural.length - (atEdge ? 1 : 0),
  );
  if (!errors) return unsettled;
  const cut = (values: readonly number[]) =>
    Array.from({ length: categories - 1 }, (_, c) => {
      const index = seen.filter((score) => score <= c + 1).length - 1;
      return index < 0 || index >= top ? null : values[index];
    });
  return estimated({
    logLik,
    sigma: atEdge ? 0 : Math.abs(best.sigma),
    sigmaError: atEdge ? null : errors.at(-1)!,
    thresholds: cut(best.thresholds),
    thresholdErrors: cut(errors),
    items: best.items.slice(1),
    itemErrors: errors.slice(top, top + items - 1),
    units: places.map((place) => units[place]),
  });
}

/**
 * Fits the random-intercept cumulative logit model
 *
 *     logit P(score of unit i on item j <= c) = threshold_c - item_j - theta_i,
 *     theta_i ~ Normal(0, sigma^2), item_1 = 0,
 *
 * by maximum likelihood, the unit effects integrated out by adaptive Gauss-Hermite quadrature with
 * 15 nodes. Higher items and units have higher scores. `rows` has one row per unit and one score,
 * 1 to `categories`, per item. With two categories it is the Rasch model with normal ability.
 *
 * Not estimable: fewer than two units or items, one score only, or scores that are separated
 * ({@link separation}), so that the likelihood has no finite maximum.
 *
 * Source: Tutz and Hennevogl, Computational Statistics & Data Analysis 22 (1996); adaptive
 * quadrature as Pinheiro and Bates, Journal of Computational and Graphical Statistics 4 (1995).
 */
export const fitCumulativeLogit = remembered(compute);
