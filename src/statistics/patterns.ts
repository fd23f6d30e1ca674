/** Statistics of patterns of 0s and 1s: one row per unit, one column per item. */
type Patterns = readonly (readonly number[])[];

/** Sums of squares below this come from rounding alone. */
const rounding = 1e-9;

function ones(patterns: Patterns): number[] {
  const sums = patterns[0].map(() => 0);
  for (let i = 0; i < patterns.length; i++) {
    const row = patterns[i];
    for (let j = 0; j < sums.length; j++) sums[j] += row[j];
  }
  return sums;
}

/**
 * The share, 0 to 1, of the double-centred sum of squares (row and column means taken off) that
 * the means of groups of columns keep; null where nothing is left to share.
 */
export function groupDispersion(
  patterns: Patterns,
  groups: readonly (readonly number[])[],
): number | null {
  const width = patterns[0].length;
  const means = ones(patterns).map((sum) => sum / patterns.length);
  const grand = means.reduce((sum, mean) => sum + mean, 0) / width;
  let [between, all] = [0, 0];
  for (let i = 0; i < patterns.length; i++) {
    const row = patterns[i];
    let held = 0;
    for (let j = 0; j < width; j++) held += row[j];
    const own = held / width - grand;
    for (let g = 0; g < groups.length; g++) {
      const group = groups[g];
      let total = 0;
      for (let k = 0; k < group.length; k++) {
        const j = group[k];
        const deviation = row[j] - means[j] - own;
        total += deviation;
        all += deviation * deviation;
      }
      between += (total * total) / group.length;
    }
  }
  return all > rounding ? between / all : null;
}

/** The mean number of columns in which two different rows differ, over all pairs of rows. */
export function meanHamming(patterns: Patterns): number {
  const n = patterns.length;
  const differing = ones(patterns).reduce((sum, k) => sum + k * (n - k), 0);
  return differing / ((n * (n - 1)) / 2);
}

/**
 * Of all pairs of one of the `lower` rows and one of the `upper` rows, by index, the share in which
 * the lower row has a 1 where the upper one has a 0.
 */
export function shareHigherSomewhere(
  patterns: Patterns,
  lower: readonly number[],
  upper: readonly number[],
): number {
  const bitsOf = (rows: readonly number[]) =>
    rows.map((i) => {
      const row = patterns[i];
      let bits = 0;
      for (let j = 0; j < row.length; j++) bits |= row[j] << j;
      return bits;
    });
  const [low, high] = [bitsOf(lower), bitsOf(upper)];
  let higher = 0;
  for (let i = 0; i < low.length; i++)
    for (let j = 0; j < high.length; j++) higher += Number((low[i] & ~high[j]) !== 0);
  return higher / (lower.length * upper.length);
}

/**
 * Prepares Theil's U of each column given a label per row (see theilU), for many patterns with the
 * same labels. A column that does not vary gives 0.
 */
export function columnInformation(
  labels: readonly (number | string)[],
): (patterns: Patterns) => number[] {
  const n = labels.length;
  const kLogK = Float64Array.from({ length: n + 1 }, (_, k) => (k === 0 ? 0 : k * Math.log(k)));
  const distinct = [...new Set(labels)];
  const place = labels.map((label) => distinct.indexOf(label));
  const sizes = distinct.map((label) => labels.filter((other) => other === label).length);
  /** n times the entropy of a column with `k` ones of `of`, in nats. */
  const uncertainty = (k: number, of: number) => kLogK[of] - kLogK[k] - kLogK[of - k];
  return (patterns) => {
    const width = patterns[0].length;
    const counts = Array<number>(distinct.length * width).fill(0);
    for (let i = 0; i < n; i++) {
      const row = patterns[i];
      const first = place[i] * width;
      for (let j = 0; j < width; j++) counts[first + j] += row[j];
    }
    return patterns[0].map((_, j) => {
      let all = 0;
      let rest = 0;
      for (let label = 0; label < sizes.length; label++) {
        const k = counts[label * width + j];
        all += k;
        rest += uncertainty(k, sizes[label]);
      }
      const whole = uncertainty(all, n);
      return whole > rounding ? (whole - rest) / whole : 0;
    });
  };
}
