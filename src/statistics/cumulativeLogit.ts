import { estimated, notEstimable } from "./estimated.js";
import type { Estimated } from "./estimated.js";
import { gaussHermite } from "./gaussHermite.js";
import { minimise } from "./minimise.js";
import { symmetricEigen } from "./symmetricEigen.js";

/** Ordered thresholds, one effect per item (the first is 0), and the unit effects' deviation. */
interface Parameters {
  readonly thresholds: readonly number[];
  readonly items: readonly number[];
  /** May be negative while it is sought: the likelihood is symmetric in it. */
  readonly sigma: number;
}

interface Unit {
  /** The posterior mean and deviation of the unit's effect. */
  readonly mean: number;
  readonly deviation: number;
}

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
  readonly units: readonly Unit[];
}

interface Likelihood {
  readonly logLik: number;
  /** By threshold, then by item from the second, then by sigma. */
  readonly gradient: readonly number[];
  readonly units: readonly Unit[];
}

const { nodes, weights } = gaussHermite(15);
/** On the logit scale a standard error beyond this means that the likelihood has no finite top. */
const largestError = 25;
const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/**
 * Log-likelihood of categories 0 to C - 1 with the unit effects integrated out by adaptive
 * quadrature: nodes are centred on the mode of a unit's integrand and scaled by its curvature.
 */
function likelihood(rows: readonly (readonly number[])[], parameters: Parameters): Likelihood {
  const { thresholds, items, sigma } = parameters;
  const top = thresholds.length;
  const gradient = new Float64Array(top + items.length);
  const here = new Float64Array(gradient.length);
  const [below, upTo] = [new Float64Array(items.length), new Float64Array(items.length)];
  const [byLow, byHigh] = [new Float64Array(items.length), new Float64Array(items.length)];
  let logLik = 0;
  const units = rows.map((row) => {
    for (let j = 0; j < row.length; j++) {
      below[j] = row[j] === 0 ? -Infinity : thresholds[row[j] - 1] - items[j];
      upTo[j] = row[j] === top ? Infinity : thresholds[row[j]] - items[j];
    }
    // The integrand is log-concave with curvature of at least 1: damped steps reach its mode.
    let mode = 0;
    let curvature = 1;
    for (let i = 0; i < 200; i++) {
      let slope = -mode;
      curvature = 1;
      for (let j = 0; j < row.length; j++) {
        const low = logistic(below[j] - sigma * mode);
        const high = logistic(upTo[j] - sigma * mode);
        slope += sigma * (high + low - 1);
        curvature += sigma * sigma * (high * (1 - high) + low * (1 - low));
      }
      if (Math.abs(slope) <= 1e-11) break;
      mode += Math.max(-2, Math.min(2, slope / curvature));
    }
    const scale = 1 / Math.sqrt(curvature);
    let [sum, sumZ, sumZZ, reference] = [0, 0, 0, Number.NaN];
    here.fill(0);
    for (let k = 0; k < nodes.length; k++) {
      const z = mode + scale * nodes[k];
      const effect = sigma * z;
      let log = (nodes[k] ** 2 - z * z) / 2;
      let byEffect = 0;
      for (let j = 0; j < row.length; j++) {
        const low = logistic(below[j] - effect);
        const high = logistic(upTo[j] - effect);
        // Both near 1: their difference is taken from the other tail, where it is accurate.
        const between =
          low > 0.5 ? logistic(effect - below[j]) - logistic(effect - upTo[j]) : high - low;
        log += Math.log(between);
        byEffect += high + low - 1;
        byHigh[j] = (high * (1 - high)) / between;
        byLow[j] = (low * (1 - low)) / between;
      }
      if (k === 0) reference = log;
      const mass = weights[k] * Math.exp(log - reference);
      sum += mass;
      sumZ += mass * z;
      sumZZ += mass * z * z;
      for (let j = 0; j < row.length; j++) {
        const category = row[j];
        if (category < top) here[category] += mass * byHigh[j];
        if (category > 0) here[category - 1] -= mass * byLow[j];
        if (j > 0) here[top + j - 1] += mass * (byLow[j] - byHigh[j]);
      }
      here[gradient.length - 1] += mass * z * byEffect;
    }
    logLik += reference + Math.log(sum * scale);
    for (let i = 0; i < here.length; i++) gradient[i] += here[i] / sum;
    const mean = sumZ / sum;
    const spread = Math.sqrt(Math.max(0, sumZZ / sum - mean * mean));
    return { mean: sigma * mean, deviation: Math.abs(sigma) * spread };
  });
  return { logLik, gradient: Array.from(gradient), units };
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
 * Not estimable: fewer than two units or items, one score only, an item whose every score is the
 * lowest or the highest seen, or a likelihood without a finite maximum (quasi-separation).
 *
 * Source: Tutz and Hennevogl, Computational Statistics & Data Analysis 22 (1996); adaptive
 * quadrature as Pinheiro and Bates, Journal of Computational and Graphical Statistics 4 (1995).
 */
export function fitCumulativeLogit(
  rows: readonly (readonly number[])[],
  categories: number,
): Estimated<CumulativeLogit> {
  const items = rows[0]?.length ?? 0;
  if (rows.length < 2 || items < 2)
    return notEstimable("the model needs at least two rows and two columns of scores");
  const seen = [...new Set(rows.flat())].sort((a, b) => a - b);
  if (seen.length < 2) return notEstimable("every score is the same");
  const coded = rows.map((row) => row.map((score) => seen.indexOf(score)));
  const top = seen.length - 1;
  for (let j = 0; j < items; j++)
    for (const edge of [0, top])
      if (coded.every((row) => row[j] === edge))
        return notEstimable(
          `column ${j + 1} holds only ${seen[edge]}, an edge of the scores seen: its effect has no finite estimate`,
        );

  const toParameters = (point: readonly number[]): Parameters => {
    const thresholds = point.slice(0, top);
    // Later thresholds are sought as the logarithm of the step up, which keeps them in order.
    for (let c = 1; c < top; c++) thresholds[c] = thresholds[c - 1] + Math.exp(thresholds[c]);
    return { thresholds, items: [0, ...point.slice(top, -1)], sigma: point.at(-1)! };
  };
  const total = rows.length * items;
  const flat = coded.flat();
  const marginal = Array.from({ length: top }, (_, c) => {
    const share = flat.filter((score) => score <= c).length / total;
    return Math.log(share / (1 - share));
  });
  const start = [
    ...marginal.map((x, c) => (c === 0 ? x : Math.log(x - marginal[c - 1]))),
    ...Array.from({ length: items - 1 }, () => 0),
    1,
  ];
  const found = minimise((point) => {
    const { logLik, gradient } = likelihood(coded, toParameters(point));
    const turned = gradient.map((g) => -g);
    for (let c = top - 1; c >= 1; c--) {
      turned[c - 1] += turned[c];
      turned[c] *= Math.exp(point[c]);
    }
    return { value: -logLik, gradient: turned };
  }, start);
  const noMaximum = notEstimable(
    "the likelihood has no finite maximum (the scores are quasi-separated)",
  );
  if (!found.converged) return noMaximum;
  const best = toParameters(found.point);
  const { logLik, units } = likelihood(coded, best);
  const natural = [...best.thresholds, ...best.items.slice(1), best.sigma];
  const atEdge = Math.abs(best.sigma) < 1e-3;
  const errors = standardErrors(
    (shift, index) => {
      const point = natural.map((x, i) => (i === index ? x + shift : x));
      return likelihood(coded, {
        thresholds: point.slice(0, top),
        items: [0, ...point.slice(top, -1)],
        sigma: point.at(-1)!,
      }).gradient;
    },
    natural.length - (atEdge ? 1 : 0),
  );
  if (!errors || errors.some((error) => error > largestError)) return noMaximum;
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
    units,
  });
}
