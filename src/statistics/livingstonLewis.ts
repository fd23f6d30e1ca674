import { binomialUpperTail } from "./binomial.js";
import { classificationConsistency } from "./classificationConsistency.js";
import type { ClassificationConsistency } from "./classificationConsistency.js";
import { estimated, notEstimable } from "./estimated.js";
import type { Estimated } from "./estimated.js";
import { fitBeta } from "./fitBeta.js";
import type { BetaShape } from "./fitBeta.js";

export interface LivingstonLewis extends ClassificationConsistency {
  /** Right-or-wrong items, equally hard, whose total would be as reliable as the score. */
  readonly effectiveLength: number;
  /** The distribution of true scores, as parts of the scale. */
  readonly trueScores: BetaShape;
}

export interface LivingstonLewisOptions {
  readonly reliability: number;
  /** The lowest and the highest score there can be. */
  readonly limits: readonly [number, number];
  /** The lowest score that passes. */
  readonly cut: number;
}

/** Beyond this a rating hardly errs, and the sum over true scores would need more points. */
const maxLength = 10_000;

/**
 * The moments of true scores about 0, the first to the fourth: those of a binomial's chance, from
 * the factorial moments of its events, where parts of the scale times the length are the events.
 * Of fewer than four items there are as many moments as items.
 */
function trueMoments(parts: readonly number[], length: number): number[] {
  const orders = [1, 2, 3, 4].filter((order) => order <= Math.round(length));
  return orders.map((order) => {
    let sum = 0;
    for (const part of parts) {
      let product = 1;
      for (let i = 0; i < order; i++) product *= (part * length - i) / (length - i);
      sum += product;
    }
    return sum / parts.length;
  });
}

/** The logarithm of 1 / (1 + exp(-z)). */
function logLogistic(z: number): number {
  return z < 0 ? z - Math.log1p(Math.exp(z)) : -Math.log1p(Math.exp(-z));
}

/** Points of the true score with their weights, dense at both ends, where a beta may be steep. */
function pointsOf({ low, high, a, b }: BetaShape) {
  const step = 0.005;
  const reach = Math.ceil(Math.asinh(40 / (Math.PI * Math.min(a, b))) / step);
  return Array.from({ length: 2 * reach + 1 }, (_, i) => {
    const t = (i - reach) * step;
    // The double exponential rule: pi sinh t is the logit of the place between the limits.
    const logit = Math.PI * Math.sinh(t);
    const [below, above] = [logLogistic(logit), logLogistic(-logit)];
    return {
      logMass: a * below + b * above + Math.log(Math.cosh(t)),
      score: Math.min(1, low + (high - low) * Math.exp(below)),
    };
  });
}

/**
 * Classification consistency from scores and their reliability alone, whatever made them: true
 * scores follow a beta distribution fitted by moments ({@link fitBeta}), and a rating given a true
 * score is binomial with as many items as would be as reliable. The cut lies at the whole number
 * of items nearest to its place on the scale. Compare `share` with the observed share: where many
 * scores tie at the cut, a smooth distribution of true scores puts fewer at the cut or above.
 *
 * Null where the reliability is not between 0 and 1 or leaves hardly any error, where no score
 * differs, or where no beta distribution that varies has the moments. Throws a RangeError for scores outside
 * the limits.
 *
 * Source: Livingston and Lewis, Journal of Educational Measurement 32 (1995).
 */
export function livingstonLewis(
  scores: readonly number[],
  { reliability, limits: [min, max], cut }: LivingstonLewisOptions,
): Estimated<LivingstonLewis> {
  const wrong = scores.find((score) => !(score >= min && score <= max));
  if (wrong !== undefined)
    throw new RangeError(`score: expected a number from ${min} to ${max}: ${wrong}`);
  if (!(reliability > 0 && reliability < 1))
    return notEstimable(`the reliability is not between 0 and 1: ${reliability}`);
  const n = scores.length;
  const mean = scores.reduce((sum, score) => sum + score, 0) / n;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (n - 1);
  if (!(variance > 0)) return notEstimable("no score differs from another");
  const length =
    ((mean - min) * (max - mean) - reliability * variance) / (variance * (1 - reliability));
  const effectiveLength = Math.round(length);
  if (effectiveLength > maxLength) return notEstimable("the reliability leaves hardly any error");
  if (effectiveLength < 2) return notEstimable("scores differ too much for a binomial error");
  const trueScores = fitBeta(
    trueMoments(
      scores.map((score) => (score - min) / (max - min)),
      length,
    ),
  );
  if (trueScores === null)
    return notEstimable("true scores hardly vary, or no beta distribution has their moments");
  const items = Math.round(((cut - min) / (max - min)) * effectiveLength);
  const points = pointsOf(trueScores);
  const highest = points.reduce((most, { logMass }) => Math.max(most, logMass), -Infinity);
  const value = classificationConsistency(
    points.map(({ logMass }) => Math.exp(logMass - highest)),
    points.map(({ score }) => binomialUpperTail(items, effectiveLength, score)),
  );
  return estimated({ ...value, effectiveLength, trueScores });
}
