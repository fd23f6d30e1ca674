import { estimated, notEstimable } from "./estimated.js";
import type { Estimated } from "./estimated.js";
import { minimise } from "./minimise.js";
import type { Evaluation } from "./minimise.js";
import { chiSquareUpperTail } from "./upperTails.js";

/** A logistic regression with a random intercept for each group; effects are in logits. */
export interface GroupedLogit {
  readonly n: number;
  readonly logLik: number;
  readonly intercept: number;
  /** Of the covariates, per unit. */
  readonly slopes: readonly number[];
  /** The standard deviation of the groups' intercepts, 0 or more. */
  readonly sigma: number;
  /** 95% interval of the first slope by profile likelihood; null where an end is not finite. */
  readonly interval: readonly [number, number] | null;
  /** Likelihood ratio of the first slope against 0, two-sided, chi-squared with one degree. */
  readonly p: number;
}

/** The drop of the log-likelihood at the ends of a 95% profile interval: half of chi-squared's .95. */
const drop = 3.841458820694124 / 2;
/** Logits for a standard deviation of a covariate beyond which an end counts as not finite. */
const farthest = 30;

/** Where the search for the groups' deviation starts: at 0 the likelihood is level, whatever it is. */
const startSigma = 0.5;

/** A deviation below this counts as 0. */
const negligible = 1e-4;

/** Sums over a standard normal law by the trapezium rule, exact to rounding for smooth integrands. */
const nodes = Array.from({ length: 81 }, (_, k) => (k - 40) / 5);
const logWeights = nodes.map((z) => Math.log(0.2 / Math.sqrt(2 * Math.PI)) - (z * z) / 2);

/** Beyond this a product of factors from 1 to 2 is put away as its logarithm, before it overflows. */
const largeProduct = 1e300;

/** Minus the log-likelihood, and its gradient, at [...coefficients, sigma]. */
function likelihoodOf(
  groups: readonly (readonly { readonly x: readonly number[]; readonly y: boolean }[])[],
): (point: readonly number[]) => Evaluation {
  const terms = new Float64Array(nodes.length);
  return (point) => {
    const last = point.length - 1;
    const sigma = point[last];
    const gradient = point.map(() => 0);
    let value = 0;
    for (const group of groups) {
      const fixed = group.map(({ x }) => x.reduce((sum, v, j) => sum + v * point[j], 0));
      let most = -Infinity;
      for (let k = 0; k < terms.length; k++) {
        // The log of the chance at logit t is min(t, 0) - log(1 + exp(-|t|)).
        let [sum, product] = [logWeights[k], 1];
        for (let i = 0; i < group.length; i++) {
          const t = fixed[i] + sigma * nodes[k];
          if (t < 0 === group[i].y) sum -= Math.abs(t);
          product *= 1 + Math.exp(-Math.abs(t));
          if (product < largeProduct) continue;
          sum -= Math.log(product);
          product = 1;
        }
        terms[k] = sum - Math.log(product);
        most = Math.max(most, terms[k]);
      }
      let total = 0;
      for (const term of terms) total += Math.exp(term - most);
      value -= most + Math.log(total);
      for (let k = 0; k < terms.length; k++) {
        const share = Math.exp(terms[k] - most) / total;
        if (share < 1e-18) continue;
        for (let i = 0; i < group.length; i++) {
          const { x, y } = group[i];
          const left = Number(y) - 1 / (1 + Math.exp(-fixed[i] - sigma * nodes[k]));
          for (let j = 0; j < last; j++) gradient[j] -= share * left * x[j];
          gradient[last] -= share * left * nodes[k];
        }
      }
    }
    return { value, gradient };
  };
}

function moments(values: readonly number[]) {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length);
  return { mean, spread };
}

/**
 * Logistic regression of a yes or no on covariates, with a normal random intercept for each group,
 * by maximum likelihood, the intercepts integrated out. The interval and the p are of the first
 * covariate. Not estimable where all outcomes are the same, a covariate does not vary, or the
 * likelihood has no finite maximum, as where covariates tell the outcomes apart.
 *
 * Source: Stiratelli, Laird and Ware, Biometrics 40 (1984); Venzon and Moolgavkar, Applied
 * Statistics 37 (1988), for the interval.
 */
export function groupedLogit(
  outcomes: readonly boolean[],
  covariates: readonly (readonly number[])[],
  labels: readonly string[],
): Estimated<GroupedLogit> {
  if (new Set(outcomes).size < 2) return notEstimable("all outcomes are the same");
  const columns = covariates.map((values) => ({ values, ...moments(values) }));
  if (columns.some(({ spread }) => !(spread > 0))) return notEstimable("a covariate does not vary");
  // Standardised, so that the search takes steps of like size in each.
  const units = outcomes.map((y, i) => ({
    y,
    x: [1, ...columns.map(({ values, mean, spread }) => (values[i] - mean) / spread)],
  }));
  const groups = [...new Set(labels)].map((name) => units.filter((_, i) => labels[i] === name));
  const evaluate = likelihoodOf(groups);
  const start = [...units[0].x.map(() => 0), startSigma];
  const full = minimise(evaluate, start);
  const slopes = full.point.slice(1, -1);
  if (!full.converged || slopes.some((slope) => Math.abs(slope) > farthest))
    return notEstimable("the covariates tell the outcomes apart: no finite estimate");

  let others = [full.point[0], ...full.point.slice(2, -1)];
  /** The log-likelihood's drop from its maximum with the first slope held. */
  const dropAt = (slope: number): number => {
    const found = minimise(
      (rest) => {
        const { value, gradient } = evaluate([rest[0], slope, ...rest.slice(1)]);
        return { value, gradient: [gradient[0], ...gradient.slice(2)] };
      },
      [...others, startSigma],
    );
    others = found.point.slice(0, -1);
    return found.value - full.value;
  };
  const endOf = (direction: 1 | -1): number | null => {
    let [inside, short] = [slopes[0], -drop];
    let step = 0.5;
    let outside = inside + direction * step;
    let over = dropAt(outside) - drop;
    while (over < 0) {
      if (Math.abs(outside) > farthest) return null;
      step *= 1.5;
      [inside, short] = [outside, over];
      outside += direction * step;
      over = dropAt(outside) - drop;
    }
    // False position; an end that stays has its value halved, so that both ends close in.
    for (let [i, stayed] = [0, 0]; i < 60 && Math.abs(outside - inside) > 1e-10; i++) {
      const between = (inside * over - outside * short) / (over - short);
      const found = dropAt(between) - drop;
      if (Math.abs(found) < 1e-11) return between;
      if (found < 0) {
        [inside, short] = [between, found];
        if (stayed === 1) over /= 2;
        stayed = 1;
      } else {
        [outside, over] = [between, found];
        if (stayed === -1) short /= 2;
        stayed = -1;
      }
    }
    return (inside + outside) / 2;
  };
  const [low, high] = [endOf(-1), endOf(1)];
  const none = Math.max(0, dropAt(0));
  const scale = columns[0].spread;
  const sigma = Math.abs(full.point[full.point.length - 1]);
  return estimated({
    n: outcomes.length,
    logLik: -full.value,
    intercept:
      full.point[0] -
      columns.reduce((sum, { mean, spread }, j) => sum + (slopes[j] * mean) / spread, 0),
    slopes: slopes.map((slope, j) => slope / columns[j].spread),
    sigma: sigma < negligible ? 0 : sigma,
    interval: low === null || high === null ? null : [low / scale, high / scale],
    p: chiSquareUpperTail(2 * none, 1),
  });
}
