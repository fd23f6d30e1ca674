import { domains } from "../serviceRating.js";
import { codeNames, lastRating, type MonthColumns } from "./monthColumns.js";

/**
 * What is asked of kept months. Only locations as a whole are counted, and only those that the group
 * Overall has a row of.
 */

const width = domains.length;

/** Which locations are counted; all where nothing is said. */
export interface Which {
  /** Care homes alone, or all but these. */
  readonly careHome?: boolean;
}

function wanted({ careHome }: MonthColumns, { careHome: asked }: Which): (row: number) => boolean {
  if (asked === undefined) return () => true;
  const is = asked ? 1 : 0;
  return (row) => careHome[row] === is;
}

/** Locations by council and code, place by place of {@link codeNames}; the whole's rating. */
export function ratingsByCouncil(
  month: MonthColumns,
  which: Which = {},
): ReadonlyMap<string, Uint32Array> {
  const { councils, council, codes, wholes } = month;
  const isWanted = wanted(month, which);
  const counts = councils.map(() => new Uint32Array(codeNames.length));
  for (const row of wholes) if (isWanted(row)) counts[council[row]][codes[row * width]] += 1;
  return new Map(councils.map((code, i) => [code, counts[i]]));
}

/** The share Good or better of all that are rated, 0 to 1, and their number; null where none is. */
export function goodOrBetter(counts: Uint32Array): { share: number; n: number } | null {
  const n = counts.subarray(1, lastRating + 1).reduce((sum, count) => sum + count, 0);
  return n === 0 ? null : { share: (counts[1] + counts[2]) / n, n };
}

// A constant of this module: one of another's is looked up each time, and here that is millions.
const last: number = lastRating;
const base = last + 1;

/** The codes of a row as one number below `base ** width`; 0 where one of them is no rating. */
function patternOf(codes: Uint8Array, row: number): number {
  let pattern = 0;
  for (let at = row * width, end = at + width; at < end; at++) {
    const code = codes[at];
    if (code === 0 || code > last) return 0;
    pattern = pattern * base + code;
  }
  return pattern;
}

/** Locations by the rating of the whole and of the five parts: letters, such as `G GGGGR`. */
export function patternsByRating(
  months: readonly MonthColumns[],
  which: Which = {},
): ReadonlyMap<string, number> {
  const counts = new Int32Array(base ** width);
  for (const month of months) {
    const { codes, wholes } = month;
    const isWanted = wanted(month, which);
    for (const row of wholes) if (isWanted(row)) counts[patternOf(codes, row)] += 1;
  }
  counts[0] = 0;
  const found = new Map<string, number>();
  counts.forEach((count, key) => {
    if (count === 0) return;
    const letters: string[] = [];
    for (let i = 0, left = key; i < width; i++, left = Math.floor(left / base))
      letters.unshift(codeNames[left % base]!);
    found.set(`${letters[0]} ${letters.slice(1).join("")}`, count);
  });
  return found;
}

/** A location in both of two months, or in one: its rows there, -1 for none. */
type Visit = (before: number, after: number) => void;

/** Goes through the locations of two months side by side. */
export function eachLocation(
  { location: a, wholes: aRows }: MonthColumns,
  { location: b, wholes: bRows }: MonthColumns,
  visit: Visit,
): void {
  let [i, j] = [0, 0];
  while (i < aRows.length || j < bRows.length) {
    const x = i < aRows.length ? a[aRows[i]] : Infinity;
    const y = j < bRows.length ? b[bRows[j]] : Infinity;
    visit(x <= y ? aRows[i] : -1, y <= x ? bRows[j] : -1);
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
}

/**
 * Locations by the code they had and the code they have, place by place of {@link codeNames}, of
 * those that are in both months and were rated anew between: the whole has another date.
 */
export function ratedAnew(before: MonthColumns, after: MonthColumns): number[][] {
  const counts = codeNames.map(() => codeNames.map(() => 0));
  eachLocation(before, after, (old, now) => {
    if (old === -1 || now === -1 || before.days[old * width] === after.days[now * width]) return;
    counts[before.codes[old * width]][after.codes[now * width]] += 1;
  });
  return counts;
}
