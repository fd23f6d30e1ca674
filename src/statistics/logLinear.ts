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
    x.map((row) => {
      let sum = 0;
      for (let k = 0; k < theta.length; k++) sum += row[k] * theta[k];
      return sum;
    });
  const value = (phi: readonly number[]) => {
    let sum = 0;
    for (let i = 0; i < phi.length; i++) sum += w[i] * phi[i] - Math.exp(phi[i]);
    return sum;
  };
  const total = w.reduce((sum, count) => sum + count, 0);
  let theta = [...start];
  for (let step = 0; step < mostSteps; step++) {
    const phi = phiOf(theta);
    const gradient = theta.map(() => 0);
    const information = theta.map(() => theta.map(() => 0));
    for (let i = 0; i < x.length; i++) {
      const mean = Math.exp(phi[i]);
      for (let k = 0; k < theta.length; k++) {
        if (x[i][k] === 0) continue;
        gradient[k] += x[i][k] * (w[i] - mean);
        for (let l = 0; l <= k; l++) information[k][l] += x[i][k] * x[i][l] * mean;
      }
    }
    if (Math.max(...gradient.map(Math.abs)) <= 1e-13 * total) return theta;
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
