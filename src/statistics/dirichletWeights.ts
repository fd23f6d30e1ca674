import { incompleteBeta } from "./incompleteBeta.js";

/** A score, and how many of the weighted things have it. */
export interface Level {
  readonly value: number;
  readonly count: number;
}

/** The step of the trapezoid rule, on a scale on which its error falls as exp(-π² / step). */
const step = 1 / 16;

/**
 * The probability that Σ d_l G_l > 0 for independent gamma variables G_l of shape a_l, by inversion
 * of the characteristic function (Gil-Pelaez): 1/2 + (1/π) ∫ sin(θ(u)) / (u ρ(u)) du over u > 0,
 * θ = Σ a_l arctan(d_l u), ρ = Π (1 + d_l² u²)^(a_l / 2). With u = exp(s) the integrand is smooth
 * and vanishes at both ends, where the trapezoid rule converges exponentially.
 */
function positiveCombination(d: readonly number[], a: readonly number[]): number {
  const size = d.reduce((sum, value, l) => sum + Math.abs(value) * a[l], 0);
  let integral = 0;
  for (let s = Math.log(1e-17 / size); ; s += step) {
    const u = Math.exp(s);
    let theta = 0;
    let logRho = 0;
    for (let l = 0; l < d.length; l++) {
      theta += a[l] * Math.atan(d[l] * u);
      logRho += (a[l] / 2) * Math.log1p((d[l] * u) ** 2);
    }
    if (logRho > 40) break;
    integral += Math.sin(theta) * Math.exp(-logRho);
  }
  return 0.5 + (integral * step) / Math.PI;
}

/**
 * The probability that a weighted mean reaches `cut` when nothing is known of the weights but that
 * none counts for more than another: weights drawn from a symmetric Dirichlet distribution with
 * concentration c for each of the things weighted. Things with the same value are grouped, so that
 * their shares are Dirichlet with parameters c times their counts.
 *
 * With two levels it is the regularised incomplete beta function, 1 - I_x(c K, c (N - K)) with K
 * of N at the upper level and x the place of the cut between the two. With more it is the
 * probability that a combination of gamma variables is positive, found by quadrature to about
 * 1e-13. Where every level lies on one side of the cut it is 0 or 1. Throws a RangeError for a
 * concentration not above 0, or no level with a count.
 */
export function dirichletReaches(levels: readonly Level[], cut: number, c: number): number {
  if (!(c > 0 && Number.isFinite(c)))
    throw new RangeError(`concentration: expected a number above 0: ${c}`);
  const held = levels.filter(({ count }) => count > 0).sort((x, y) => x.value - y.value);
  if (held.length === 0) throw new RangeError("expected at least one level with a count");
  const [lowest, highest] = [held[0], held.at(-1)!];
  if (lowest.value >= cut) return 1;
  if (highest.value <= cut) return 0;
  if (held.length === 2) {
    // The share of weight at the lower level that still reaches the cut: no 1 less what may be near 1.
    const spare = (highest.value - cut) / (highest.value - lowest.value);
    return incompleteBeta(spare, c * lowest.count, c * highest.count);
  }
  return positiveCombination(
    held.map(({ value }) => value - cut),
    held.map(({ count }) => c * count),
  );
}
