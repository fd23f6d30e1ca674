import type { Scheme } from "../../ratings/scheme.js";
import type { ParsedPage } from "../parse/parsedPage.js";
import { reportOfSlug, slugOf } from "../parse/reportAddress.js";
import type { DataRow } from "./comparePage.js";
import type { ReportPage } from "./readSite.js";

/** The row that a page is of, and why that is for a person to say; `doubt` is null where it is sure. */
export interface Match {
  readonly row: DataRow;
  readonly doubt: string | null;
}

const dateOf = ({ values }: DataRow) => values.published as string | null;
const reportOf = ({ values }: DataRow) => {
  const slug = slugOf(String(values.source_url));
  return slug === null ? null : reportOfSlug(slug);
};

/** The names in addresses that a page of a report goes by. */
const slugsOf = ({ slug, url }: ReportPage) =>
  [slug.toLowerCase(), slugOf(url) ?? ""].map(reportOfSlug);

/** Two dates of which one may say the day and the other the month alone. */
function sameDate(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  return a.startsWith(b) || b.startsWith(a);
}

/** Whether each value that a row holds is the page's too. */
function agrees(
  { values }: DataRow,
  { rating, percentage, scores }: ParsedPage,
  { parts }: Scheme,
): boolean {
  const same = (name: string, value: unknown) => values[name] === null || values[name] === value;
  return (
    same("rating", rating) &&
    same("score_pct", percentage) &&
    scores.every((score, i) => same(parts[i].id, score))
  );
}

/** Rows of the page's council and kind. */
function candidates({ parsed }: ReportPage, rows: readonly DataRow[]): readonly DataRow[] {
  return rows.filter(
    ({ values }) => values.gss_code === parsed.gssCode && values.kind === parsed.kind,
  );
}

const isStanding = ({ values }: DataRow) => values.status !== "withdrawn";

/** The row whose date, or whose address and no other date, is the page's. */
function sureRow(page: ReportPage, rows: readonly DataRow[], scheme: Scheme): DataRow | undefined {
  const own = candidates(page, rows);
  const { published } = page.parsed;
  // A report that was withdrawn stays so: what CQC publishes in its place is another.
  const dated = own.filter((row) => sameDate(dateOf(row), published));
  const undated = own.filter((row) => isStanding(row) && dateOf(row) === null);
  return (
    dated.find(isStanding) ??
    dated[0] ??
    undated.find((row) => slugsOf(page).includes(reportOf(row) ?? "-")) ??
    undated.find((row) => reportOf(row) === null && agrees(row, page.parsed, scheme))
  );
}

/**
 * The row that a page may be of, though its date is another. A row that names another report of
 * CQC's is of another assessment, whatever lies between them; of any other row only a person can say
 * whether it is the same, dated from elsewhere, or an earlier one.
 */
function doubtfulRow(page: ReportPage, rows: readonly DataRow[]): Match | undefined {
  const slugs = slugsOf(page);
  const standing = candidates(page, rows).filter(isStanding);
  const sameAddress = standing.find((row) => slugs.includes(reportOf(row) ?? "-"));
  const row = sameAddress ?? standing.find((one) => reportOf(one) === null);
  if (row === undefined) return undefined;
  const [said, on] = [dateOf(row) ?? "no date", page.parsed.published];
  const where = sameAddress ? " at the same address" : "";
  return {
    row,
    doubt:
      `published: ${said} in the data and ${on} on the page${where}: the same assessment ` +
      `(--settle ${String(page.parsed.gssCode)}), or another (--settle ${String(page.parsed.gssCode)}=new)?`,
  };
}

/**
 * Which row each page is of; a page that is missing here is of none. Rows that are sure come first,
 * and a row that has its page is no other's, so that the order of the listing decides nothing.
 */
export function matchRows(
  pages: readonly ReportPage[],
  rows: readonly DataRow[],
  scheme: Scheme,
): ReadonlyMap<ReportPage, Match> {
  const matches = new Map<ReportPage, Match>();
  for (const page of pages) {
    const row = sureRow(page, rows, scheme);
    if (row) matches.set(page, { row, doubt: null });
  }
  const taken = new Set([...matches.values()].map(({ row }) => row.line));
  const free = rows.filter(({ line }) => !taken.has(line));
  for (const page of pages) {
    if (matches.has(page)) continue;
    const match = doubtfulRow(page, free);
    if (match) matches.set(page, match);
  }
  return matches;
}
