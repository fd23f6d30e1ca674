import type { Scheme } from "../../ratings/scheme.js";

/** What a cell becomes: a value with how it was changed, if it was; or why it is refused. */
export type CellResult =
  { readonly value: string; readonly change: string | null } | { readonly refused: string };

const kept = (value: string): CellResult => ({ value, change: null });
const changed = (value: string, change: string): CellResult => ({ value, change });
const refused = (why: string): CellResult => ({ refused: why });

/** A cell without spaces at its ends, no-break spaces as spaces, and line ends as spaces. */
export function tidy(cell: string): string {
  return cell
    .replace(/[\p{Zs}\s]+/gu, " ")
    .replace(/[\u200b\ufeff]/g, "")
    .trim();
}

const unknown =
  /^(n\/?a|na|n\.a\.|#n\/a|-+|–|—|\.|\?|unknown|not known|not published|null|nil|tbc)$/i;
/** Whether a cell says that nothing is known, which a blank does here. */
export const saysUnknown = (cell: string) => unknown.test(cell);

/**
 * Why a cell of a spreadsheet has no value that could be read, whatever its column; null where it
 * may have one.
 */
export function noValue(cell: string): string | null {
  if (/^#(REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/i.test(cell))
    return "an error of the spreadsheet: mend its formula";
  return cell.startsWith("=")
    ? "a formula without its value: open the file in Excel or LibreOffice and save it"
    : null;
}

const squeeze = (text: string) => text.toLowerCase().replace(/[^a-z]+/g, "");

/** A rating by its name, however it is written, or by its initials: RI is Requires improvement. */
export function readRating(cell: string, { levels }: Scheme): CellResult {
  const exact = levels.find(({ name }) => name === cell);
  if (exact) return kept(cell);
  const initials = (name: string) =>
    name
      .split(" ")
      .map((word) => word[0].toLowerCase())
      .join("");
  const found = levels.filter(({ name }) =>
    [squeeze(name), initials(name)].includes(squeeze(cell)),
  );
  if (found.length !== 1) return refused(`expected ${levels.map(({ name }) => name).join(", ")}`);
  return changed(found[0].name, "rating written out");
}

/** A whole number, without a per cent sign or a decimal point that says nothing. */
export function readWhole(cell: string): CellResult {
  if (/^(0|[1-9]\d*)$/.test(cell)) return kept(cell);
  const percent = /^(\d+)(?:[.,]0+)? ?%$/.exec(cell);
  if (percent) return changed(String(Number(percent[1])), "per cent sign left out");
  const whole = /^0*(\d+)(?:[.,]0+)?$/.exec(cell);
  if (whole) return changed(String(Number(whole[1])), "whole number written plainly");
  if (/^0?[.,]\d+$/.test(cell)) return refused("expected a whole number; a share is not guessed");
  return refused("expected a whole number");
}

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const monthOf = (name: string) => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const two = (n: number | string) => String(n).padStart(2, "0");
const yearOf = (digits: string) => (digits.length === 2 ? `20${digits}` : digits);
const monthName =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

/** In which order day and month stand in dates with slashes; null where a file shows neither. */
export type DayOrder = "dmy" | "mdy";

/** What the dates with slashes of a column show of their order: null none, "both" that they disagree. */
export function dayOrderOf(cells: readonly string[]): DayOrder | "both" | null {
  const pairs = cells.flatMap((cell) => {
    const match = /^(\d{1,2})[/.](\d{1,2})[/.]\d{2,4}$/.exec(cell);
    return match ? [[Number(match[1]), Number(match[2])] as const] : [];
  });
  const dayFirst = pairs.some(([first]) => first > 12);
  const monthFirst = pairs.some(([, second]) => second > 12);
  if (dayFirst && monthFirst) return "both";
  return dayFirst ? "dmy" : monthFirst ? "mdy" : null;
}

/**
 * A date as YYYY-MM-DD, or YYYY-MM where it says a month: as Excel writes it (May-25, 01/05/2025, the
 * number of a day), and as people do (1 May 2025).
 */
export function readDate(cell: string, order: DayOrder | "both"): CellResult {
  if (/^\d{4}-\d{2}(-\d{2})?$/.test(cell)) return kept(cell);
  const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ][\d:.]+Z?)?$/.exec(cell);
  if (iso)
    return changed(
      [iso[1], two(iso[2]), ...(iso[3] ? [two(iso[3])] : [])].join("-"),
      "date written as YYYY-MM-DD",
    );
  const month = new RegExp(`^${monthName}[-/ .,']+(\\d{4}|\\d{2})$`, "i").exec(cell);
  if (month)
    return changed(
      `${yearOf(month[2])}-${two(monthOf(month[1]))}`,
      "month that Excel wrote by its name",
    );
  const day = new RegExp(
    `^(\\d{1,2})(?:st|nd|rd|th)?[-/ .]+${monthName}[-/ .,]+(\\d{4}|\\d{2})$`,
    "i",
  ).exec(cell);
  if (day)
    return changed(
      `${yearOf(day[3])}-${two(monthOf(day[2]))}-${two(day[1])}`,
      "date written as YYYY-MM-DD",
    );
  const slashes = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})$/.exec(cell);
  if (slashes) {
    if (order === "both") return refused("day and month stand in both orders in this file");
    const [first, second] = slashes.slice(1, 3);
    const [d, m] = order === "dmy" ? [first, second] : [second, first];
    return changed(
      `${yearOf(slashes[3])}-${two(m)}-${two(d)}`,
      order === "dmy" ? "date read day first" : "date read month first",
    );
  }
  if (/^[3-7]\d{4}(\.0+)?$/.test(cell)) {
    // Excel counts days from 30 December 1899, and keeps a month as its first day.
    const text = new Date(Date.UTC(1899, 11, 30 + Number(cell))).toISOString().slice(0, 10);
    return text.endsWith("-01")
      ? changed(text.slice(0, 7), "number of a month's first day, by which Excel keeps a month")
      : changed(text, "number of a day, as Excel keeps dates");
  }
  return refused("expected a date such as 2025-05-01, or a month such as 2025-05");
}
