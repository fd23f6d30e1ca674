import type { CumulativeLogit } from "./cumulativeLogit.js";
import { estimated, notEstimable } from "./estimated.js";
import type { Estimated } from "./estimated.js";
import { minimise } from "./minimise.js";

export interface GroupEffect {
  readonly group: string;
  /** How many units it has. */
  readonly n: number;
  /** The posterior mean: shrunken towards 0, the more so the fewer the units. */
  readonly mean: number;
  /** The posterior standard deviation, 0 where groups are not estimated to differ. */
  readonly deviation: number;
}

export interface GroupEffects {
  /** The standard deviation of group effects. */
  readonly between: number;
  /** The standard deviation of units within their group. */
  readonly within: number;
  readonly logLik: number;
  /** By name. */
  readonly groups: readonly GroupEffect[];
}

/** A standard deviation below this share of the units' own counts as 0. */
const negligible = 1e-3;

/**
 * Splits the unit effects of a fitted cumulative logit model in group and unit, theta_i = u_g + v_i
 * with both normal, and predicts each group's effect by empirical Bayes. Thresholds and items stay
 * as the model without groups has them; the two deviations are fitted by maximum likelihood, and
 * the intervals that follow from `deviation` take them as known. Effects are integrated out by
 * trapezium sums, which for these smooth integrands are exact to rounding.
 *
 * `rows` are those that the model was fitted to, `labels` the group of each. Not estimable with
 * fewer than two groups, or where units are not estimated to differ.
 *
 * Source: Searle, Casella and McCulloch, Variance Components (1992), chapters 7 and 8.
 */
export function groupEffects(
  rows: readonly (readonly number[])[],
  labels: readonly string[],
  model: CumulativeLogit,
): Estimated<GroupEffects> {
  const names = [...new Set(labels)].sort();
  if (names.length < 2) return notEstimable(`there is one group only: ${names[0]}`);
  if (model.sigma === 0) return notEstimable("units are not estimated to differ");
  const step = model.sigma / 10;
  const thetas = Array.from({ length: 201 }, (_, k) => (k - 100) * step);
  const items = [0, ...model.items];
  const chance = (score: number, shift: number) => {
    const at = (c: number, beyond: number) => {
      const threshold = model.thresholds[c - 1] ?? null;
      return threshold === null ? beyond : 1 / (1 + Math.exp(shift - threshold));
    };
    return at(score, 1) - at(score - 1, 0);
  };
  const given = rows.map((row) =>
    Float64Array.from(thetas, (theta) =>
      row.reduce((product, score, j) => product * chance(score, items[j] + theta), 1),
    ),
  );
  const zs = Array.from({ length: 57 }, (_, k) => (k - 28) / 4);
  const prior = zs.map((z) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / 4);
  const members = names.map((name) => rows.flatMap((_, i) => (labels[i] === name ? [i] : [])));

  /** Each group's log-likelihood at `between` times each z. */
  const byGroup = (between: number, within: number): number[][] => {
    const scale = step / within / Math.sqrt(2 * Math.PI);
    const perUnit = zs.map((z) => {
      const law = Float64Array.from(thetas, (theta) => {
        const x = (theta - between * z) / within;
        return scale * Math.exp((-x * x) / 2);
      });
      return given.map((likelihood) => {
        let sum = 0;
        for (let k = 0; k < law.length; k++) sum += law[k] * likelihood[k];
        return Math.log(sum);
      });
    });
    return members.map((units) => perUnit.map((at) => units.reduce((sum, i) => sum + at[i], 0)));
  };
  const logLikAt = ([between, within]: readonly number[]) => {
    // Narrower laws than this would fall between the points of the sum.
    if (Math.abs(within) < step) return -Infinity;
    return byGroup(between, Math.abs(within)).reduce((total, at) => {
      const most = Math.max(...at);
      return total + most + Math.log(at.reduce((s, x, k) => s + prior[k] * Math.exp(x - most), 0));
    }, 0);
  };
  const h = 1e-4 * model.sigma;
  const found = minimise(
    (point) => ({
      value: -logLikAt(point),
      gradient: point.map((_, i) => {
        const moved = (by: number) => logLikAt(point.map((x, j) => (i === j ? x + by : x)));
        return (moved(-h) - moved(h)) / (2 * h);
      }),
    }),
    [0.3 * model.sigma, 0.9 * model.sigma],
    { tolerance: 1e-6 },
  );
  if (!found.converged) return notEstimable("the groups' deviation has no finite estimate");
  const none = Math.abs(found.point[0]) < negligible * model.sigma;
  const [between, within] = [none ? 0 : Math.abs(found.point[0]), Math.abs(found.point[1])];
  const posterior = byGroup(between, within).map((at) => {
    const most = Math.max(...at);
    const mass = at.map((x, k) => prior[k] * Math.exp(x - most));
    const total = mass.reduce((sum, x) => sum + x, 0);
    const mean = mass.reduce((sum, x, k) => sum + x * zs[k], 0) / total;
    const square = mass.reduce((sum, x, k) => sum + x * (zs[k] - mean) ** 2, 0) / total;
    if (between === 0) return { mean: 0, deviation: 0 };
    return { mean: between * mean, deviation: between * Math.sqrt(square) };
  });
  return estimated({
    between,
    within,
    logLik: -found.value,
    groups: names.map((group, g) => ({ group, n: members[g].length, ...posterior[g] })),
  });
}
