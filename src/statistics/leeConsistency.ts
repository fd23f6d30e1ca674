import { classificationConsistency } from "./classificationConsistency.js";
import type { ClassificationConsistency } from "./classificationConsistency.js";
import { convolve } from "./convolution.js";

/**
 * Classification consistency under the Rasch model with normal ability: logit P(item j) = theta +
 * easiness_j, theta ~ Normal(0, sigma^2), rated by whether `cut` items or more are had.
 *
 * Two ratings are independent given theta, so stable strength on one item counts as error, and
 * severity that one panel shows on all items counts as truth: not a bound in either direction.
 *
 * Source: Lee, Journal of Educational Measurement 47 (2010). The integral over theta is a
 * trapezium sum, which for this smooth integrand is exact to rounding.
 */
export function leeConsistency(
  easiness: readonly number[],
  sigma: number,
  cut: number,
): ClassificationConsistency {
  const points = Array.from({ length: 901 }, (_, i) => (i - 450) * 0.02);
  return classificationConsistency(
    points.map((z) => Math.exp((-z * z) / 2)),
    points.map((z) => {
      const chances = easiness.map((b) => 1 / (1 + Math.exp(-b - sigma * z)));
      // How many items are had, from the chance of each.
      const law = convolve(chances.map((chance) => [1 - chance, chance]));
      return Math.min(
        1,
        law.slice(cut).reduce((sum, x) => sum + x, 0),
      );
    }),
  );
}
