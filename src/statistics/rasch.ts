import { estimated, notEstimable } from "./estimated.js";
import type { Estimated } from "./estimated.js";
import type { RandomStream } from "./random.js";
import { symmetricEigen } from "./symmetricEigen.js";

/** A fitted Rasch model. */
export interface Rasch {
  /** By item, in logits; they add to 0. Higher: more units have it. */
  readonly easiness: readonly number[];
  /** Standard errors, from the conditional information. */
  readonly errors: readonly number[];
  /** The conditional log-likelihood, units with no or every item included (they add 0). */
  readonly logLik: number;
}

/**
 * The elementary symmetric functions of order 0 to the number of items: `[k]` is the sum, over all
 * ways to choose k items, of the product of their values.
 */
export function symmetricFunctions(values: readonly number[]): number[] {
  const gamma = [1, ...values.map(() => 0)];
  values.forEach((value, j) => {
    for (let k = j + 1; k >= 1; k--) gamma[k] += value * gamma[k - 1];
  });
  return gamma;
}

const without = (values: readonly number[], ...left: readonly number[]) =>
  values.filter((_, j) => !left.includes(j));

/** Whether items can be put in two groups such that nobody has one of the first and lacks one of the second. */
function isSeparable(rows: readonly (readonly number[])[]): boolean {
  const items = rows[0].map((_, j) => j);
  const beats = items.map((i) => items.map((j) => rows.some((row) => row[i] > row[j])));
  for (const via of items)
    for (const i of items) for (const j of items) beats[i][j] ||= beats[i][via] && beats[via][j];
  return items.some((i) => items.some((j) => i !== j && !beats[i][j]));
}

/**
 * Fits the Rasch model, logit P(unit i has item j) = ability_i + easiness_j, by conditional maximum
 * likelihood: given how many items a unit has, its ability drops out. `rows` has one row per unit
 * and a 0 or 1 per item.
 *
 * Not estimable where the items fall in two groups such that no unit has an item of the one and
 * lacks an item of the other (which covers an item that all or none have): the likelihood then has
 * no finite maximum.
 *
 * Source: Andersen, Journal of the Royal Statistical Society B 34 (1972); the condition: Fischer,
 * Psychometrika 46 (1981).
 */
export function fitRasch(rows: readonly (readonly number[])[]): Estimated<Rasch> {
  const items = rows[0]?.length ?? 0;
  if (items < 2) return notEstimable("the model needs at least one row and two columns");
  if (isSeparable(rows))
    return notEstimable(
      "the likelihood has no finite maximum: some columns are never higher than others in a row",
    );
  const having = rows[0].map((_, j) => rows.reduce((sum, row) => sum + row[j], 0));
  const units = Array.from({ length: items + 1 }, () => 0);
  for (const row of rows) units[row.reduce((sum, x) => sum + x, 0)]++;

  const evaluate = (easiness: readonly number[]) => {
    const eps = easiness.map(Math.exp);
    const gamma = symmetricFunctions(eps);
    const single = eps.map((_, j) => symmetricFunctions(without(eps, j)));
    let logLik = easiness.reduce((sum, b, j) => sum + b * having[j], 0);
    const slope = [...having];
    const information = eps.map(() => eps.map(() => 0));
    units.forEach((n, k) => {
      logLik -= n * Math.log(gamma[k]);
      for (let i = 0; i < items; i++)
        slope[i] -= k ? (n * eps[i] * single[i][k - 1]) / gamma[k] : 0;
    });
    for (let i = 0; i < items; i++)
      for (let j = i; j < items; j++) {
        const pair = i === j ? single[i] : symmetricFunctions(without(eps, i, j));
        for (let k = 1; k < items; k++) {
          const share = (e: number, gammas: readonly number[], left: number) =>
            left < 0 ? 0 : (e * gammas[left]) / gamma[k];
          const both = i === j ? share(eps[i], pair, k - 1) : share(eps[i] * eps[j], pair, k - 2);
          const each = share(eps[i], single[i], k - 1) * share(eps[j], single[j], k - 1);
          information[i][j] += units[k] * (both - each);
        }
        information[j][i] = information[i][j];
      }
    return { logLik, slope, information };
  };
  /** The generalised inverse: adding a constant to every easiness changes nothing. */
  const inverseOf = (information: readonly (readonly number[])[]) => {
    const { values, vectors } = symmetricEigen(information);
    return information.map((_, i) =>
      information.map((_, j) =>
        values.slice(0, -1).reduce((sum, v, k) => sum + (vectors[k][i] * vectors[k][j]) / v, 0),
      ),
    );
  };

  const logits = having.map((n) => Math.log(n / (rows.length - n)));
  const centre = logits.reduce((sum, x) => sum + x, 0) / items;
  let easiness = logits.map((x) => x - centre);
  let here = evaluate(easiness);
  for (let iteration = 0; iteration < 100; iteration++) {
    if (Math.max(...here.slope.map(Math.abs)) < 1e-10) break;
    const inverse = inverseOf(here.information);
    const move = inverse.map((row) => row.reduce((sum, x, j) => sum + x * here.slope[j], 0));
    for (let step = 1; step > 1e-6; step /= 2) {
      const next = easiness.map((b, j) => b + step * move[j]);
      const there = evaluate(next);
      if (there.logLik < here.logLik - 1e-10) continue;
      [easiness, here] = [next, there];
      break;
    }
  }
  const errors = inverseOf(here.information).map((row, j) => Math.sqrt(row[j]));
  return estimated({ easiness, errors, logLik: here.logLik });
}

/**
 * The Rasch model's law of a pattern given its sum, P(x | K) = prod eps_j^x_j / gamma_K(eps), which
 * is free of ability. Draws a pattern that holds `total` ones: a whole number whose bit j is item j.
 */
export function raschPatterns(
  easiness: readonly number[],
): (total: number, stream: RandomStream) => number {
  const eps = easiness.map(Math.exp);
  const tails = [...eps, 0].map((_, j) => symmetricFunctions(eps.slice(j)));
  // The chance of item j when `left` ones remain for it and the items after it.
  const chances = eps.map((e, j) =>
    tails[j].map((all, left) => (left === 0 ? 0 : (e * tails[j + 1][left - 1]) / all)),
  );
  return (total, stream) => {
    let left = total;
    let bits = 0;
    for (let j = 0; left > 0 && j < chances.length; j++)
      if (stream.next() < chances[j][left]) {
        bits |= 1 << j;
        left--;
      }
    return bits;
  };
}
