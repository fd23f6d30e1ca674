import { solvePositive } from "./solvePositive.js";

/** Newton's steps, each halved until the likelihood rises, settle well before this. */
const mostSteps = 200;

/**
 * Maximises the concave function Σ w_i φ_i - Σ exp(φ_i), φ = X θ, from a start: the likelihood of
 * Poisson counts w with log means φ, and of a distribution once w adds to 1. Gives θ, or `null`
 * where there is no maximum (a mean wants to be 0) or X has dependent columns.
 */
export function maximiseLogLinear(
  w: readonly number[],
  x: readonly (readonly number[])[],
  start: readonly number[],
): number[] | null {
  const phiOf = (theta: readonly number[]) =>
    x.map((row) => row.reduce((sum, value, k) => sum + value * theta[k], 0));
  const value = (phi: readonly number[]) =>
    phi.reduce((sum, p, i) => sum + w[i] * p - Math.exp(p), 0);
  const total = w.reduce((sum, count) => sum + count, 0);
  let theta = [...start];
  for (let step = 0; step < mostSteps; step++) {
    const phi = phiOf(theta);
    const mean = phi.map(Math.exp);
    const gradient = theta.map((_, k) =>
      x.reduce((sum, row, i) => sum + row[k] * (w[i] - mean[i]), 0),
    );
    if (Math.max(...gradient.map(Math.abs)) <= 1e-13 * total) return theta;
    const information = theta.map((_, k) =>
      theta.map((_, l) => x.reduce((sum, row, i) => sum + row[k] * row[l] * mean[i], 0)),
    );
    const direction = solvePositive(information, gradient);
    if (!direction) return null;
    const before = value(phi);
    const at = (size: number) => theta.map((t, k) => t + size * direction[k]);
    // Near the maximum the gain is below what the value can show, and the full step is right.
    const gain = direction.reduce((sum, d, k) => sum + d * gradient[k], 0);
    let size = 1;
    while (gain > 1e-9 * total && size > 1e-10 && !(value(phiOf(at(size))) > before)) size /= 2;
    theta = at(size);
  }
  return null;
}
