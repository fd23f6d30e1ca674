import { isSlug } from "./matchCouncil.js";

/** Where CQC keeps its reports on councils, below its host. */
export const reportsPath = "/care-services/local-authority-assessment-reports";

/**
 * The slug of the report that an address is of, in lower case; null for any other address. Pages of
 * a report stand below it (`york-1225/summary`) or beside it (`westminster-1124-summary`).
 */
export function slugOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { pathname } = new URL(address);
  if (!pathname.startsWith(`${reportsPath}/`)) return null;
  const [slug] = pathname.slice(reportsPath.length + 1).split("/");
  return isSlug(slug) ? slug.toLowerCase() : null;
}

/** The part of a slug that names a page of a report, where it is no address of its own. */
const pageOfSlug = /-(?:theme-?\d.*|(?:overall-)?summary)$/i;

/** The slug of the report that a page's slug belongs to: `westminster-1124` of `westminster-1124-summary`. */
export function reportOfSlug(slug: string): string {
  return slug.replace(pageOfSlug, "");
}

/** The month that ends a report's slug, as `YYYY-MM`: 2025-02 of `camden-0225`. Null where none does. */
export function monthOfSlug(slug: string): string | null {
  const [, month, year] = /-(\d\d)(\d\d)$/.exec(reportOfSlug(slug)) ?? [];
  if (month === undefined || Number(month) < 1 || Number(month) > 12 || Number(year) < 23)
    return null;
  return `20${year}-${month}`;
}
