/** Days as a file writes them, day or month first, which only the whole file tells. */
export type DateOrder = "day first" | "month first";

const pattern = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const iso = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Days since 1900 as Excel counts them; 25569 is 1 January 1970. */
const serial = /^\d{5}$/;

/** A date whose order is not yet known, as written, or a day `YYYYMMDD` that is sure. */
export interface WrittenDate {
  readonly first: number;
  readonly second: number;
  readonly year: number;
  /** Year, month, day: no order is to be found out. */
  readonly isSure: boolean;
}

export function readDate(text: string): WrittenDate | null {
  const sure = iso.exec(text);
  if (sure) return { first: +sure[3], second: +sure[2], year: +sure[1], isSure: true };
  const either = pattern.exec(text);
  if (either) return { first: +either[1], second: +either[2], year: +either[3], isSure: false };
  if (!serial.test(text)) return null;
  const day = new Date((Number(text) - 25569) * 86_400_000);
  return {
    first: day.getUTCDate(),
    second: day.getUTCMonth() + 1,
    year: day.getUTCFullYear(),
    isSure: true,
  };
}

/** What a date says of the order of its parts, or null. */
export function orderOf({ first, second, isSure }: WrittenDate): DateOrder | null {
  if (isSure) return null;
  if (first > 12) return "day first";
  return second > 12 ? "month first" : null;
}

/** The day `YYYYMMDD`, or null where the calendar has no such day. */
export function toDay(
  { first, second, year, isSure }: WrittenDate,
  order: DateOrder,
): number | null {
  const [day, month] = isSure || order === "day first" ? [first, second] : [second, first];
  const time = new Date(Date.UTC(year, month - 1, day));
  const isDay = time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
  return isDay && year >= 1900 ? year * 10_000 + month * 100 + day : null;
}

/** A date as a message shows it: its parts as they stand, or the day where that is sure. */
export function written(date: WrittenDate | null): string {
  if (date === null) return "(blank)";
  const { first, second, year, isSure } = date;
  const two = (part: number) => String(part).padStart(2, "0");
  return isSure ? `${year}-${two(second)}-${two(first)}` : `${two(first)}/${two(second)}/${year}`;
}
