import { ExpectedError } from "../../errors.js";
import { reportOfSlug, slugOf } from "../parse/reportAddress.js";
import type { DataRow } from "./comparePage.js";
import type { RawPages } from "./rawPages.js";

/** A listing that lacks more than this share of what is known is not believed. */
const mostGone = 0.1;
const mostGoneAtLeast = 3;

/** The names in addresses that are known and not listed. */
export function reportsGone(known: readonly string[], listed: readonly string[]): string[] {
  const there = new Set(listed);
  return [...new Set(known)].filter((slug) => !there.has(slug));
}

/** The report of CQC's that a row names, or null. */
export function reportOfRow({ values }: DataRow): string | null {
  const slug = slugOf(String(values.source_url));
  return slug === null ? null : reportOfSlug(slug);
}

/** The reports that the rows name, but for those that are withdrawn. */
export function reportsOfRows(rows: readonly DataRow[]): string[] {
  return rows
    .filter(({ values }) => values.status !== "withdrawn")
    .flatMap((row) => reportOfRow(row) ?? []);
}

/** Throws an ExpectedError for a listing from which more has gone than CQC would withdraw at once. */
export function checkListing(
  listed: readonly string[],
  whole: boolean,
  rows: readonly DataRow[],
  raw: RawPages,
): void {
  if (!whole) return;
  for (const [known, of] of [
    [reportsOfRows(rows), "reports that the data hold"],
    [raw.listing?.slugs ?? [], "reports listed the last time"],
  ] as const) {
    const gone = reportsGone(known, listed);
    if (gone.length <= Math.max(mostGoneAtLeast, mostGone * known.length)) continue;
    throw new ExpectedError(
      `listing: ${gone.length} of ${known.length} ${of} are not in it: refused, nothing is changed`,
    );
  }
}
