import type { ParsedPage } from "../parse/parsedPage.js";
import type { RawPages } from "./rawPages.js";
import { readListing } from "./readListing.js";
import { readReport, type Looked, type ReadReportOptions } from "./readReport.js";

/** A report in the listing and what its summary says. */
export interface ReportPage {
  readonly slug: string;
  readonly url: string;
  readonly parsed: ParsedPage;
}

/** A report in the listing whose summary was not found, and where it was looked for. */
export interface NotFound {
  readonly slug: string;
  readonly gssCode: string | null;
  readonly looked: readonly Looked[];
}

export interface Site {
  readonly origin: string;
  /** The slugs listed, in lower case. */
  readonly listed: readonly string[];
  /** Whether the listing was read to its end without a problem. */
  readonly whole: boolean;
  readonly pages: readonly ReportPage[];
  readonly notFound: readonly NotFound[];
  /** A line each. */
  readonly problems: readonly string[];
}

/**
 * Reads the listing, and then each report in it. Of a page no more is kept than what it says, so
 * that memory does not grow with the pages. What cannot be read is a line in `problems`.
 */
export async function readSite(
  options: ReadReportOptions,
  raw: RawPages,
  now: () => Date,
  /** Called with the listing before any report is read; may throw. */
  check: (listed: readonly string[], whole: boolean) => void,
): Promise<Site> {
  const { reader, councils } = options;
  const listing = await readListing(options.origin, reader, councils);
  const { origin, reports } = listing;
  const listed = reports.map(({ slug }) => slug.toLowerCase());
  check(listed, listing.whole);
  const problems = [...listing.problems];
  const pages: ReportPage[] = [];
  const notFound: NotFound[] = [];
  // What was never asked for, or longest ago, comes first: a run that stops early is made up for.
  const byAge = reports.map((report) => ({
    report,
    asked: raw.page(origin + report.path)?.asked ?? "",
  }));
  byAge.sort((a, b) => (a.asked < b.asked ? -1 : a.asked > b.asked ? 1 : 0));
  for (const { report } of byAge) {
    const read = await readReport(report, { ...options, origin });
    const { slug, gssCode, url, parsed, looked } = read;
    if (read.problem !== null) problems.push(...read.problem.split("\n"));
    if (parsed !== null) pages.push({ slug, url, parsed });
    else if (read.problem === null && !read.isUnread) notFound.push({ slug, gssCode, looked });
  }
  const stopped = reader.stopped();
  const without = reports.length - pages.length;
  if (stopped !== null && listing.whole)
    problems.push(`${stopped}: ${without} of ${reports.length} reports were not read`);
  if (listing.whole) raw.keepListing(listed, now());
  return { origin, listed, whole: listing.whole, pages, notFound, problems };
}
