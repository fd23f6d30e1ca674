import { concordance } from "./kendall.js";
import { tieSizes } from "./ranks.js";

/** Sums made side by side: a processor adds to four at once as fast as to one. */
const abreast = 4;

/**
 * Kendall's S (see `concordance`) of several quantities with one y, all at once: faster than one
 * by one from a few quantities on. Gives a function of y's levels by unit; its result is lent until
 * the next call. A pair with an unknown value, or tied on either side, counts 0.
 *
 * S is a sum over pairs of units: sign of x's difference by sign of y's. The signs of several x
 * are packed as digits of one number, in a base so large that their sums keep apart, and all
 * numbers stay below 2^53: every step is exact.
 */
export function concordances(
  xs: readonly (readonly (number | null)[])[],
  n: number,
): (levels: Int32Array) => Float64Array {
  const pairs = (n * (n - 1)) / 2;
  // A digit holds a sum from -pairs to pairs.
  const bits = Math.ceil(Math.log2(2 * pairs + 2));
  const digits = Math.floor(53 / bits);
  const perBlock = digits * abreast;
  const blocks = Array.from(
    { length: Math.ceil(xs.length / perBlock) },
    () => new Float64Array(pairs * abreast),
  );
  const place = (index: number) => ({
    block: Math.floor(index / perBlock),
    lane: Math.floor((index % perBlock) / digits),
    weight: 2 ** (bits * (index % digits)),
  });
  xs.forEach((x, index) => {
    const { block, lane, weight } = place(index);
    for (let i = 0, at = lane; i < n; i++)
      for (let j = i + 1; j < n; j++, at += abreast) {
        const [a, b] = [x[i], x[j]];
        if (a !== null && b !== null) blocks[block][at] += Math.sign(a - b) * weight;
      }
  });
  const lanes = new Float64Array(blocks.length * abreast);
  const addUp = (levels: Int32Array, block: Float64Array, first: number) => {
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let i = 0, at = 0; i < n; i++) {
      const level = levels[i];
      for (let j = i + 1; j < n; j++, at += abreast) {
        const sign = Number(level > levels[j]) - Number(level < levels[j]);
        a += sign * block[at];
        b += sign * block[at + 1];
        c += sign * block[at + 2];
        d += sign * block[at + 3];
      }
    }
    lanes[first] = a;
    lanes[first + 1] = b;
    lanes[first + 2] = c;
    lanes[first + 3] = d;
  };
  const sums = new Float64Array(xs.length);
  return (levels) => {
    blocks.forEach((block, i) => addUp(levels, block, i * abreast));
    // From the highest digit of each number down: what is left is less than half a unit of it.
    for (let index = xs.length - 1; index >= 0; index--) {
      const { block, lane, weight } = place(index);
      sums[index] = Math.round(lanes[block * abreast + lane] / weight) + 0;
      lanes[block * abreast + lane] -= sums[index] * weight;
    }
    return sums;
  };
}

/**
 * What `concordances` counts, quantity by quantity: for many units, as its work and room grow with
 * them and not with their pairs. The levels of y are whole numbers from 1 to `levelCount`.
 */
export function concordancesInTurn(
  xs: readonly (readonly (number | null)[])[],
  levelCount: number,
): (levels: Int32Array) => Float64Array {
  const each = xs.map((x) => {
    const known = x.flatMap((value, unit) => (value === null ? [] : [{ value, unit }]));
    known.sort((a, b) => a.value - b.value);
    let end = 0;
    const runEnds = tieSizes(known.map(({ value }) => value)).map((size) => (end += size));
    const units = Int32Array.from(known, ({ unit }) => unit);
    return {
      units,
      ordered: new Int32Array(units.length),
      sOf: concordance({ n: units.length, runEnds, levelCount }),
    };
  });
  const sums = new Float64Array(xs.length);
  return (levels) => {
    each.forEach(({ units, ordered, sOf }, index) => {
      for (let i = 0; i < units.length; i++) ordered[i] = levels[units[i]];
      sums[index] = sOf(ordered);
    });
    return sums;
  };
}
