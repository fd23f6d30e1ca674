const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/**
 * A date as CQC writes it, "17 May 2024", as `YYYY-MM-DD`; null for any other form, for a day that
 * does not exist and for a year before the first pilots or beyond this century. Figures alone, such
 * as 05/06/2025, are refused: they mean two days.
 */
export function readDate(text: string): string | null {
  const match = /^([0-9]{1,2}) ([a-z]{3,9}) ([0-9]{4})$/i.exec(text);
  if (!match) return null;
  const name = match[2].toLowerCase();
  const month = months.findIndex((full) => full === name || full.slice(0, 3) === name);
  const [day, year] = [Number(match[1]), Number(match[3])];
  if (month === -1 || year < 2023 || year > 2099) return null;
  const date = new Date(Date.UTC(year, month, day));
  if (date.getUTCMonth() !== month || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}
