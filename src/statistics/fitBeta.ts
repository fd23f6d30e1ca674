/** A beta distribution with parameters a and b, stretched from [0, 1] to [low, high]. */
export interface BetaShape {
  readonly low: number;
  readonly high: number;
  readonly a: number;
  readonly b: number;
}

/** As a part of the most there can be at the mean; less may be rounding. */
const leastVariance = 1e-4;

/** With four parameters, or null where they are not of a beta distribution within [0, 1]. */
function fitFour([m1, m2, m3, m4]: readonly number[]): BetaShape | null {
  const variance = m2 - m1 ** 2;
  const skewness = (m3 - 3 * m1 * m2 + 2 * m1 ** 3) / variance ** 1.5;
  const kurtosis = (m4 - 4 * m1 * m3 + 6 * m1 ** 2 * m2 - 3 * m1 ** 4) / variance ** 2;
  // The sum of a and b.
  const sum = (6 * (kurtosis - skewness ** 2 - 1)) / (6 + 3 * skewness ** 2 - 2 * kurtosis);
  if (!(sum > 0 && Number.isFinite(sum))) return null;
  const lean = ((sum + 2) * skewness) / Math.sqrt((sum + 2) ** 2 * skewness ** 2 + 16 * (sum + 1));
  const [a, b] = [(sum / 2) * (1 - lean), (sum / 2) * (1 + lean)];
  const width = sum * Math.sqrt((variance * (sum + 1)) / (a * b));
  const low = m1 - (a / sum) * width;
  const high = low + width;
  return low >= 0 && high <= 1 ? { low, high, a, b } : null;
}

/**
 * The beta distribution within [0, 1] that has the given moments about 0: all four, with limits of
 * its own, where there is one such; else the first two, with the limits 0 and 1. `null` where there
 * is neither, or hardly any variance.
 *
 * Source: Hanson, ACT Research Report 91-5 (1991).
 */
export function fitBeta(moments: readonly number[]): BetaShape | null {
  const [mean, square] = moments;
  const variance = square - mean ** 2;
  if (!(variance > leastVariance * mean * (1 - mean))) return null;
  const four = moments.length < 4 ? null : fitFour(moments);
  if (four) return four;
  const sum = (mean * (1 - mean)) / variance - 1;
  return sum > 0 && mean > 0 && mean < 1
    ? { low: 0, high: 1, a: mean * sum, b: (1 - mean) * sum }
    : null;
}
