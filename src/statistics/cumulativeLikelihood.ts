import { gaussHermite } from "./gaussHermite.js";

/** Ordered thresholds, one effect per item (the first is 0), and the unit effects' deviation. */
export interface CumulativeParameters {
  readonly thresholds: readonly number[];
  readonly items: readonly number[];
  /** May be negative while it is sought: the likelihood is symmetric in it. */
  readonly sigma: number;
}

/** The posterior mean and deviation of a unit's effect. */
export interface UnitEffect {
  readonly mean: number;
  readonly deviation: number;
}

export interface CumulativeLikelihood {
  readonly logLik: number;
  /** By threshold, then by item from the second, then by sigma. */
  readonly gradient: readonly number[];
  readonly units: readonly UnitEffect[];
}

const { nodes, weights } = gaussHermite(15);
/** From the middle outwards, as the middle is what the others are weighed against. */
const points = nodes
  .map((node, k) => ({ node, weight: weights[k] }))
  .sort((a, b) => Math.abs(a.node) - Math.abs(b.node));
/** Beyond these limits every chance is 0 or 1 to rounding, and 0 times infinity would be neither. */
const oddsOf = (effect: number) => Math.exp(Math.max(-500, Math.min(500, effect)));

/**
 * Log-likelihood of categories 0 to C - 1 in the cumulative logit model, each row counted as often
 * as `times` says (once where left out), with the unit effects integrated out by adaptive Gauss-Hermite quadrature with 15 nodes, which are centred on the mode
 * m of a unit's log-integrand h and scaled by s = (-h''(m))^-1/2.
 *
 * The gradient is that of the quadrature's own value: m and s move with the parameters, so beside
 * the mean of h's derivative over the nodes it holds what their moves add. Without that it is not
 * 0 where the value is highest, the less so the larger sigma, and a search for the top may not end.
 *
 * Source: Pinheiro and Bates, Journal of Computational and Graphical Statistics 4 (1995).
 */
export function cumulativeLikelihood(
  rows: readonly (readonly number[])[],
  { thresholds, items, sigma }: CumulativeParameters,
  times: readonly number[] = rows.map(() => 1),
): CumulativeLikelihood {
  const top = thresholds.length;
  const last = top + items.length - 1;
  const gradient = new Float64Array(last + 1);
  const overNodes = new Float64Array(last + 1);
  // For a unit's item, the odds at an effect of 0 of scoring above the threshold below its category
  // and above the one above it: one exponential a node then gives every chance there.
  const [above, beyond] = [new Float64Array(items.length), new Float64Array(items.length)];
  const [byLow, byHigh] = [new Float64Array(items.length), new Float64Array(items.length)];
  let logLik = 0;

  /** Adds an item's derivatives by the threshold below its category and by the one above it. */
  const add = (to: Float64Array, category: number, item: number, low: number, high: number) => {
    if (category > 0) to[category - 1] += low;
    if (category < top) to[category] += high;
    if (item > 0) to[top + item - 1] -= low + high;
  };

  /**
   * Where h is highest. Its slope falls all the way and no item adds more than sigma to it, so the
   * mode has a bracket: Newton's steps that leave it, or do not halve, give way to its middle.
   */
  const modeOf = () => {
    let [floor, ceiling] = [-Math.abs(sigma) * items.length, Math.abs(sigma) * items.length];
    let [mode, step] = [0, Infinity];
    for (;;) {
      let [slope, curvature] = [-mode, 1];
      const odds = oddsOf(sigma * mode);
      for (let j = 0; j < items.length; j++) {
        const low = 1 / (1 + above[j] * odds);
        const high = 1 / (1 + beyond[j] * odds);
        slope += sigma * (high + low - 1);
        curvature += sigma * sigma * (high * (1 - high) + low * (1 - low));
      }
      if (slope > 0) floor = mode;
      else ceiling = mode;
      const newton = mode + slope / curvature;
      const holds = newton >= floor && newton <= ceiling && Math.abs(slope / curvature) <= step / 2;
      const next = holds ? newton : (floor + ceiling) / 2;
      step = Math.abs(next - mode);
      // Rounding hides what is left; so does a sigma that is not finite.
      if (!(step > 1e-12)) return { mode, curvature };
      mode = next;
    }
  };

  const units = rows.map((row, unit) => {
    const count = times[unit];
    for (let j = 0; j < row.length; j++) {
      above[j] = row[j] === 0 ? Infinity : Math.exp(items[j] - thresholds[row[j] - 1]);
      beyond[j] = row[j] === top ? 0 : Math.exp(items[j] - thresholds[row[j]]);
    }
    const { mode, curvature } = modeOf();
    const scale = 1 / Math.sqrt(curvature);
    let [sum, sumZ, sumZZ, byMode, byScale] = [0, 0, 0, 0, 0];
    let atMode = Number.NaN;
    overNodes.fill(0);
    for (const { node, weight } of points) {
      const z = mode + scale * node;
      const odds = oddsOf(sigma * z);
      let log = (node * node - z * z) / 2;
      let byEffect = 0;
      for (let j = 0; j < row.length; j++) {
        const low = 1 / (1 + above[j] * odds);
        const high = 1 / (1 + beyond[j] * odds);
        // high - low, without the loss of digits where both are near 1.
        const between = low === 0 ? high : high * low * (above[j] - beyond[j]) * odds;
        log += Math.log(between);
        byEffect += high + low - 1;
        byHigh[j] = (high * (1 - high)) / between;
        byLow[j] = (low * (1 - low)) / -between;
      }
      if (node === 0) atMode = log;
      const mass = weight * Math.exp(log - atMode);
      if (mass === 0) continue;
      const slope = sigma * byEffect - z;
      sum += mass;
      sumZ += mass * z;
      sumZZ += mass * z * z;
      byMode += mass * slope;
      byScale += mass * slope * node;
      for (let j = 0; j < row.length; j++)
        add(overNodes, row[j], j, mass * byLow[j], mass * byHigh[j]);
      overNodes[last] += mass * z * byEffect;
    }
    logLik += count * (atMode + Math.log(sum * scale));
    for (let i = 0; i <= last; i++) gradient[i] += (count * overNodes[i]) / sum;

    // What the moves of m and s add. With respect to a parameter p, m moves by h'_p / curvature,
    // and s by half its cube times (h''_p + h''' times m's move).
    const ofScale = (count * (byScale / sum + 1 / scale) * scale ** 3) / 2;
    let [balance, density, steepness] = [0, 0, 0];
    const odds = oddsOf(sigma * mode);
    for (let j = 0; j < row.length; j++) {
      const low = 1 / (1 + above[j] * odds);
      const high = 1 / (1 + beyond[j] * odds);
      byLow[j] = low;
      byHigh[j] = high;
      balance += high + low - 1;
      density += high * (1 - high) + low * (1 - low);
      steepness += high * (1 - high) * (1 - 2 * high) + low * (1 - low) * (1 - 2 * low);
    }
    const ofSlope = ((count * byMode) / sum + ofScale * sigma ** 3 * steepness) / curvature;
    const moved = (chance: number) =>
      chance * (1 - chance) * (ofSlope * sigma - ofScale * sigma * sigma * (1 - 2 * chance));
    for (let j = 0; j < row.length; j++)
      add(gradient, row[j], j, moved(byLow[j]), moved(byHigh[j]));
    gradient[last] +=
      ofSlope * (balance - sigma * mode * density) +
      ofScale * (sigma * sigma * mode * steepness - 2 * sigma * density);

    const mean = sumZ / sum;
    const spread = Math.sqrt(Math.max(0, sumZZ / sum - mean * mean));
    return { mean: sigma * mean, deviation: Math.abs(sigma) * spread };
  });
  return { logLik, gradient: Array.from(gradient), units };
}
