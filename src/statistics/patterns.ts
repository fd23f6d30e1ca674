/** Statistics of patterns of 0s and 1s: one row per unit, one column per item. */
type Patterns = readonly (readonly number[])[];

/** Sums of squares below this come from rounding alone. */
const rounding = 1e-9;

function ones(patterns: Patterns): number[] {
  return patterns[0].map((_, j) => patterns.reduce((sum, row) => sum + row[j], 0));
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
  for (const row of patterns) {
    const own = row.reduce((sum, x) => sum + x, 0) / width - grand;
    for (const group of groups) {
      let total = 0;
      for (const j of group) {
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
  const bits = patterns.map((row) => row.reduce((mask, x, j) => mask | (x << j), 0));
  let higher = 0;
  for (const i of lower) for (const j of upper) if (bits[i] & ~bits[j]) higher++;
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
  return (patterns) =>
    patterns[0].map((_, j) => {
      const counts = sizes.map(() => 0);
      for (let i = 0; i < n; i++) counts[place[i]] += patterns[i][j];
      const whole = uncertainty(
        counts.reduce((sum, k) => sum + k, 0),
        n,
      );
      const rest = counts.reduce((sum, k, label) => sum + uncertainty(k, sizes[label]), 0);
      return whole > rounding ? (whole - rest) / whole : 0;
    });
}
