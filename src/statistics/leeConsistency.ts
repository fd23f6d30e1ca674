import { convolve } from "./convolution.js";

export interface LeeConsistency {
  /** The chance that two independent ratings fall on the same side of the cut. */
  readonly consistency: number;
  /** Cohen's kappa: consistency beyond chance; null where all ratings fall on one side. */
  readonly kappa: number | null;
}

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
): LeeConsistency {
  const step = 0.02;
  let [total, agree, above] = [0, 0, 0];
  for (let i = -450; i <= 450; i++) {
    const z = i * step;
    const mass = Math.exp((-z * z) / 2);
    const chances = easiness.map((b) => 1 / (1 + Math.exp(-b - sigma * z)));
    // How many items are had, from the chance of each.
    const law = convolve(chances.map((chance) => [1 - chance, chance]));
    const p = Math.min(
      1,
      law.slice(cut).reduce((sum, x) => sum + x, 0),
    );
    total += mass;
    agree += mass * (p * p + (1 - p) ** 2);
    above += mass * p;
  }
  const consistency = agree / total;
  const share = above / total;
  const chance = share * share + (1 - share) ** 2;
  return { consistency, kappa: chance < 1 - 1e-12 ? (consistency - chance) / (1 - chance) : null };
}
