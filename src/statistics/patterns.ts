/**
 * Statistics of patterns of 0s and 1s. A unit's pattern is one whole number, whose bit j is its item
 * j, so that statistics of many drawn patterns are counts and look-ups.
 */
export type Patterns = ArrayLike<number>;

/** Sums of squares below this come from rounding alone. */
const rounding = 1e-9;

/** A row of 0s and 1s as a pattern. */
export function toPattern(row: readonly number[]): number {
  return row.reduce((bits, x, j) => bits | (x << j), 0);
}

/** How many units have a 1 on each of `width` items. */
export function ones(patterns: Patterns, width: number): number[] {
  const sums = Array<number>(width).fill(0);
  for (let i = 0; i < patterns.length; i++) {
    const bits = patterns[i];
    for (let j = 0; j < width; j++) sums[j] += (bits >> j) & 1;
  }
  return sums;
}

/**
 * Prepares the share, 0 to 1, of the double-centred sum of squares (unit and item means taken off)
 * that the means of groups of items keep; each item is in one group. The function that it gives is
 * null where nothing is left to share.
 *
 * Both sums are those of the squares less those of the means, as in any two-way layout: what a
 * unit's own pattern adds is looked up, and the rest follows from the items' means.
 */
export function groupDispersion(
  groups: readonly (readonly number[])[],
): (patterns: Patterns) => number | null {
  const width = groups.flat().length;
  const ofPattern = Float64Array.from({ length: 2 ** width }, (_, bits) => {
    const held = (items: readonly number[]) =>
      items.reduce((sum, item) => sum + ((bits >> item) & 1), 0);
    const mean = held(groups.flat()) / width;
    return groups.reduce(
      (sum, group) => sum + (held(group) - group.length * mean) ** 2 / group.length,
      0,
    );
  });
  return (patterns) => {
    const n = patterns.length;
    const sums = ones(patterns, width);
    const total = sums.reduce((sum, one) => sum + one, 0);
    const grand = total / (n * width);
    let [between, ofUnits] = [0, 0];
    for (let i = 0; i < n; i++) {
      between += ofPattern[patterns[i]];
      let held = 0;
      for (let bits = patterns[i]; bits > 0; bits &= bits - 1) held++;
      ofUnits += (held * held) / width;
    }
    for (const group of groups) {
      const excess = group.reduce((sum, item) => sum + sums[item] / n - grand, 0);
      between -= (n * excess * excess) / group.length;
    }
    const ofItems = sums.reduce((sum, one) => sum + (one * one) / n, 0);
    const all = total - ofItems - ofUnits + n * width * grand * grand;
    return all > rounding ? between / all : null;
  };
}

/** The mean number of items in which two different units differ, over all pairs of units. */
export function meanHamming(patterns: Patterns, width: number): number {
  const n = patterns.length;
  const differing = ones(patterns, width).reduce((sum, k) => sum + k * (n - k), 0);
  return differing / ((n * (n - 1)) / 2);
}

/**
 * Of all pairs of one of the `lower` units and one of the `upper` units, by index, the share in
 * which the lower unit has a 1 where the upper one has a 0. Work grows with the units, not the pairs.
 */
export function shareHigherSomewhere(
  patterns: Patterns,
  lower: readonly number[],
  upper: readonly number[],
): number {
  let used = 0;
  for (let i = 0; i < patterns.length; i++) used |= patterns[i];
  const size = 2 ** (32 - Math.clz32(used));
  // The upper units of each pattern, then those that have at least its 1s.
  const covering = new Int32Array(size);
  for (let j = 0; j < upper.length; j++) covering[patterns[upper[j]]]++;
  for (let bit = 1; bit < size; bit <<= 1)
    for (let bits = 0; bits < size; bits++)
      if ((bits & bit) === 0) covering[bits] += covering[bits | bit];
  let covered = 0;
  for (let i = 0; i < lower.length; i++) covered += covering[patterns[lower[i]]];
  const pairs = lower.length * upper.length;
  return (pairs - covered) / pairs;
}

/**
 * Prepares Theil's U of each of `width` items given a label per unit (see theilU), for many patterns
 * with the same labels. An item that does not vary gives 0.
 */
export function itemInformation(
  labels: readonly (number | string)[],
  width: number,
): (patterns: Patterns) => number[] {
  const n = labels.length;
  const kLogK = Float64Array.from({ length: n + 1 }, (_, k) => (k === 0 ? 0 : k * Math.log(k)));
  const distinct = [...new Set(labels)];
  const place = labels.map((label) => distinct.indexOf(label));
  const sizes = distinct.map((label) => labels.filter((other) => other === label).length);
  /** n times the entropy of an item with `k` ones of `of`, in nats. */
  const uncertainty = (k: number, of: number) => kLogK[of] - kLogK[k] - kLogK[of - k];
  const counts = new Int32Array(distinct.length * width);
  return (patterns) => {
    counts.fill(0);
    for (let i = 0; i < n; i++) {
      const bits = patterns[i];
      const first = place[i] * width;
      for (let j = 0; j < width; j++) counts[first + j] += (bits >> j) & 1;
    }
    return Array.from({ length: width }, (_, j) => {
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
