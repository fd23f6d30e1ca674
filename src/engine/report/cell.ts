import type { Cell, Column, Rows } from "./block.js";
import { count, date, number } from "./format.js";

/** What a cell without a value shows. */
export const noValue = "–";

/**
 * Where a cell links to, in a column of addresses: an address of http or https, and its host, or
 * what the column calls it, to show for it. Null for anything else, which is shown as it is.
 */
export function cellLink(column: Column, value: Cell): { url: string; host: string } | null {
  if (!column.isAddress || typeof value !== "string" || !URL.canParse(value)) return null;
  const { protocol, host, href } = new URL(value);
  if (protocol !== "http:" && protocol !== "https:") return null;
  return { url: href, host: column.addressName?.(href) ?? host.replace(/^www\./, "") };
}

const isoDate = /\b\d{4}-\d{2}(?:-\d{2})?\b/;

const noDate = { iso: null, known: null };

/** "by 2025-08-29" as "by 29 August 2025". */
export function dateWords(text: string): string {
  return text.replace(new RegExp(isoDate, "g"), date);
}

/** A date as files hold it: the day or the month, and which of them is known, with the words around it. */
export function dateParts(text: string): { iso: string | null; known: string | null } {
  const [iso] = isoDate.exec(text) ?? [];
  if (iso === undefined) return { iso: null, known: text };
  const around = text.replace(iso, "").replace(/\s+/g, " ").trim();
  const unit = iso.length === 7 ? "month" : "day";
  return { iso, known: around === "" ? unit : `${around}, ${unit}` };
}

/** A cell as a reader sees it, before any escaping. */
export function cellText(column: Column, value: Cell): string {
  if (value === null) return noValue;
  if (typeof value === "number") return (column.format ?? String)(value);
  if (column.isDate) return dateWords(value);
  return cellLink(column, value)?.host ?? value;
}

/** Rows with the columns that a page shows. */
export function onPage({ columns, rows }: Rows): Rows {
  return { columns: columns.filter(({ isOnlyInCsv }) => !isOnlyInCsv), rows };
}

/** Rows as files hold them: a value to a cell, dates with what is known of them beside them. */
export function inFile({ columns, rows }: Rows): Rows {
  const shown = columns.filter(({ isOnlyOnPage }) => !isOnlyOnPage);
  const dates = shown.filter(({ isDate }) => isDate);
  if (dates.length === 0) return { columns: shown, rows };
  const known = (key: string) => `${key} known`;
  return {
    columns: shown.flatMap((column) =>
      column.isDate
        ? [column, { key: known(column.key), label: `${column.label}, known to the` }]
        : [column],
    ),
    rows: rows.map((row) => {
      const parts = dates.flatMap(({ key }) => {
        const text = row[key];
        const { iso, known: what } = typeof text === "string" ? dateParts(text) : noDate;
        return [[key, iso] as const, [known(key), what] as const];
      });
      return { ...row, ...Object.fromEntries(parts) };
    }),
  };
}

/** Whether a column holds numbers and no text: such columns are set flush right. */
export function isNumeric({ rows }: Rows, column: Column): boolean {
  const values = rows.map((row) => row[column.key]).filter((value) => value !== null);
  return values.length > 0 && values.every((value) => typeof value === "number");
}

/** Whether any cell lacks a value, so that the dash needs explaining. */
export function hasNoValue({ columns, rows }: Rows): boolean {
  return rows.some((row) => columns.some(({ key }) => row[key] === null));
}

/** With a full stop where it has none, as the source follows it. */
export const asSentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** The line below a figure or table: its source, and how many of what are in it. */
export function sourceText({
  source,
  n,
  unit,
}: {
  source: string;
  n: number;
  unit?: string;
}): string {
  // No-break spaces, so that no line ends between n and its number.
  const of = unit === undefined ? `n\u00a0=\u00a0${number(n)}` : `Based on ${count(n, unit)}`;
  return `Source: ${asSentence(source)} ${of}.`;
}
