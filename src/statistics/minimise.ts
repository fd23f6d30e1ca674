/** A function's value and gradient at a point. */
export interface Evaluation {
  readonly value: number;
  readonly gradient: readonly number[];
}

export interface Minimum extends Evaluation {
  readonly point: readonly number[];
  /** Whether every component of the gradient came within the tolerance of 0. */
  readonly converged: boolean;
}

export interface MinimiseOptions {
  /** The largest component of the gradient at which the search ends. */
  readonly tolerance?: number;
}

const maxIterations = 500;

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/**
 * Finds a local minimum of a smooth function by BFGS with a backtracking line search. A point at
 * which the value is not finite counts as infinitely high, so a function can bound its domain.
 *
 * Source: Nocedal and Wright, Numerical Optimization (2nd edition), chapters 3 and 6.
 */
export function minimise(
  evaluate: (point: readonly number[]) => Evaluation,
  start: readonly number[],
  { tolerance = 1e-7 }: MinimiseOptions = {},
): Minimum {
  const n = start.length;
  const identity = (scale: number) =>
    start.map((_, i) => start.map((_, j) => (i === j ? scale : 0)));
  const steepness = (e: Evaluation) => Math.max(0, ...e.gradient.map(Math.abs));
  let point = [...start];
  let here = evaluate(point);
  let inverse: number[][] | null = null;
  for (let i = 0; i < maxIterations && steepness(here) > tolerance; i++) {
    const approximate: number[][] = inverse ?? identity(1 / Math.max(1, steepness(here)));
    const direction = approximate.map((row) => -dot(row, here.gradient));
    const slope = dot(direction, here.gradient);
    // Rounding in the value hides differences of this size, so they never end the search.
    const slack = 1e-13 * (1 + Math.abs(here.value));
    let step = 1;
    let next = point;
    let there = here;
    for (; step > 1e-10; step /= 2) {
      next = point.map((x, i) => x + step * direction[i]);
      there = evaluate(next);
      if (there.value <= here.value + 1e-4 * step * slope + slack) break;
    }
    if (step <= 1e-10 || slope >= 0) {
      if (inverse === null) break;
      inverse = null;
      continue;
    }
    const moved = next.map((x, i) => x - point[i]);
    const turned = there.gradient.map((g, i) => g - here.gradient[i]);
    const curvature = dot(moved, turned);
    if (curvature > 1e-14 * Math.sqrt(dot(moved, moved) * dot(turned, turned))) {
      const base: number[][] = inverse ?? identity(curvature / dot(turned, turned));
      const product = base.map((row) => dot(row, turned));
      const factor = (1 + dot(product, turned) / curvature) / curvature;
      for (let i = 0; i < n; i++) {
        const row = base[i];
        const [along, across] = [factor * moved[i] - product[i] / curvature, moved[i] / curvature];
        for (let j = 0; j < n; j++) row[j] += along * moved[j] - across * product[j];
      }
      inverse = base;
    }
    point = next;
    here = there;
  }
  return { point, ...here, converged: steepness(here) <= tolerance };
}
