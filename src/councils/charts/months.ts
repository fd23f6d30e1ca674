import { date } from "../../engine/report/format.js";

/** Months since the year 0, so that they can be counted. */
export const monthNumber = (month: string) =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/** A month by that number, as it is written. */
export const monthName = (month: number) =>
  date(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`);

/** Months from the first, evenly apart. */
export function monthTicks(points: readonly { readonly month: string }[], most: number): number[] {
  const [first, last] = [points[0], points.at(-1)!].map(({ month }) => monthNumber(month));
  const step = Math.max(1, Math.ceil((last - first) / (most - 1)));
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => first + i * step);
}
