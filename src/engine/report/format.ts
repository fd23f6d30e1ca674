/** How numbers, dates and lists are written in prose, after the GOV.UK style. */

/** To make a formatter takes far longer than to use it, and charts write thousands of numbers. */
const formatters = new Map<number, Intl.NumberFormat>();

/** 1,234 */
export function number(value: number, decimals = 0): string {
  let formatter = formatters.get(decimals);
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat("en-GB", {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      // Rounded to nothing, it is neither above nor below it.
      signDisplay: "negative",
    });
    formatters.set(decimals, formatter);
  }
  return formatter.format(value);
}

/** `count(1, "area")` is "1 area"; `count(22, "area")` is "22 areas". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${number(n)} ${n === 1 ? one : many}`;
}

/**
 * A share from 0 to 1 as a percentage. A share that is not nothing is never written as 0%, nor one
 * that is not all as 100%.
 */
export function percent(share: number, decimals = 0): string {
  const step = 10 ** -decimals;
  // 100 times a share such as 23/40 falls a hair short of its half, which would round down.
  const value = Number((100 * share).toPrecision(12));
  if (value > 0 && value < step / 2) return `under ${number(step, decimals)}%`;
  if (value < 100 && value >= 100 - step / 2) return `over ${number(100 - step, decimals)}%`;
  return `${number(value, decimals)}%`;
}

/** An interval of shares: "52% to 80%". */
export function percentInterval([low, high]: readonly [number, number], decimals = 0): string {
  return `${percent(low, decimals)} to ${percent(high, decimals)}`;
}

/**
 * Certain bounds on a share, which are no interval: the lower is rounded down and the upper up, so
 * that what is printed still holds.
 */
export function percentBounds(
  [low, high]: readonly [number, number],
  decimals = 0,
): readonly [low: string, high: string] {
  const step = 10 ** -decimals;
  const scaled = (share: number) => Number(((100 * share) / step).toPrecision(12));
  const write = (share: number, steps: number) => {
    if (share > 0 && steps === 0) return `under ${number(step, decimals)}%`;
    if (share < 1 && steps * step >= 100) return `over ${number(100 - step, decimals)}%`;
    return `${number(steps * step, decimals)}%`;
  };
  return [write(low, Math.floor(scaled(low))), write(high, Math.ceil(scaled(high)))];
}

/** A number from 0 to 1 that is no share of anything: "0.07", "0", "1". */
export function decimal(value: number, decimals = 2): string {
  // By the shortest decimal form, of which 0.435 is half way, and not by the double just below it.
  return value === 0
    ? "0"
    : number(Number(value.toPrecision(12)), decimals).replace(/^1\.0+$/, "1");
}

/** "0.029", "0.39", "under 0.001". */
export function pNumber(p: number): string {
  return p < 0.001 ? "under 0.001" : decimal(p, p < 0.0995 ? 3 : 2);
}

/** "p = 0.029", "p = 0.39", "p under 0.001". */
export function pValue(p: number): string {
  return p < 0.001 ? "p under 0.001" : `p = ${pNumber(p)}`;
}

/** "A", "A and B", "A, B and C". */
export function list(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
}

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "2025-10-03" is "3 October 2025"; "2025-10" is "October 2025". */
export function date(iso: string): string {
  const [year, month, day] = iso.split("-");
  const words = `${months[Number(month) - 1]} ${year}`;
  return day === undefined ? words : `${Number(day)} ${words}`;
}

/** Of which any will do: "A, B or C". */
export const anyOf = (items: readonly string[]): string =>
  [items.slice(0, -1).join(", "), ...items.slice(-1)].filter(Boolean).join(" or ");
