import { messageOf } from "../../errors.js";
import { isSlug } from "../parse/matchCouncil.js";
import { parseListing } from "../parse/parseListing.js";
import type { Council } from "../../councils/data/dataset.js";
import { showValue } from "../../datapackage/problem.js";
import { listingPath, reportAddresses } from "./addresses.js";
import type { Answer, Asking } from "./getPage.js";
import { getPage } from "./getPage.js";
import type { RawPages } from "./rawPages.js";

/** A report in the listing and what its page holds, or the page that says it is gone. */
export interface ReportPage {
  readonly slug: string;
  readonly url: string;
  /** Null where it could not be read: `problems` of the site say why. */
  readonly content: string | null;
}

export interface Site {
  /** The slugs listed, in lower case. */
  readonly listed: readonly string[];
  /** Whether the listing was read to its end without a problem. */
  readonly whole: boolean;
  readonly pages: readonly ReportPage[];
  /** A line each. */
  readonly problems: readonly string[];
}

/** Asks for one page after another, with a pause between them, as many as the limit says. */
export interface Reader {
  /** Null where the run has read as many as it may, or too many in a row have failed. */
  readonly get: (url: string, conditional?: boolean) => Promise<Answer | null>;
  /** Why it gives null. */
  readonly stopped: () => string | null;
}

export function toReader(asking: Asking, raw: RawPages, delay: number): Reader {
  const { effects, limits } = asking;
  let [read, failed] = [0, 0];
  let stopped: string | null = null;
  return {
    stopped: () => stopped,
    async get(url, conditional = false) {
      if (stopped === null && failed === limits.failures)
        stopped = `stopped after ${failed} pages in a row that could not be read`;
      if (stopped === null && read === limits.pages) stopped = `stopped after ${read} pages`;
      if (stopped !== null) return null;
      await effects.sleep(Math.max(limits.pause, delay));
      read += 1;
      const known = conditional && raw.content(url) !== null ? raw.page(url) : undefined;
      const answer = await getPage(url, known ?? null, asking);
      failed = answer.kind === "problem" ? failed + 1 : 0;
      return answer;
    },
  };
}

/** Whatever a parser meets in a page, it refuses the page rather than stop the run. */
function attempt<T>(parse: () => T): T | string {
  try {
    return parse();
  } catch (error) {
    return `cannot be parsed: ${messageOf(error)}`;
  }
}

interface Listed {
  readonly slugs: readonly string[];
  readonly whole: boolean;
  readonly problems: readonly string[];
}

async function readListing(
  origin: string,
  reader: Reader,
  councils: readonly Council[],
): Promise<Listed> {
  const slugs = new Set<string>();
  const problems: string[] = [];
  const seen = new Set<string>();
  let url: string | null = origin + listingPath;
  while (url !== null) {
    if (seen.has(url)) {
      problems.push(`${url}: the listing leads back to this page`);
      break;
    }
    seen.add(url);
    const answer = await reader.get(url);
    if (answer?.kind !== "page") {
      const what =
        answer === null ? reader.stopped() : answer.kind === "problem" ? answer.what : answer.kind;
      problems.push(`${url}: ${what}`);
      break;
    }
    const base = answer.url;
    const listing = attempt(() => parseListing(answer.content, { councils, base }));
    if (typeof listing === "string") {
      problems.push(`${url}: ${listing}`);
      break;
    }
    problems.push(...listing.problems.map((what) => `${base}: ${showValue(what)}`));
    for (const { slug, title } of listing.entries)
      if (isSlug(slug)) slugs.add(slug);
      else problems.push(`${base}: ${showValue(title)}: expected a plain name in the address`);
    if (listing.next === null) break;
    const next: URL | null = URL.canParse(listing.next, base) ? new URL(listing.next, base) : null;
    if (next?.origin !== origin || next.pathname !== listingPath) {
      problems.push(`${base}: the next page is elsewhere: ${showValue(listing.next)}`);
      break;
    }
    url = next.href;
  }
  // Addresses that differ in case alone are of one report.
  const distinct = new Map([...slugs].reverse().map((slug) => [slug.toLowerCase(), slug]));
  return { slugs: [...distinct.values()].reverse(), whole: problems.length === 0, problems };
}

/** Reads a report: its summary, or where there is none the report's own page. */
export async function readReport(
  origin: string,
  slug: string,
  reader: Reader,
  raw: RawPages,
  now: () => Date,
): Promise<ReportPage & { readonly gone: boolean; readonly problem: string | null }> {
  const addresses = reportAddresses(origin, slug);
  for (const url of addresses) {
    const answer = await reader.get(url, true);
    if (answer === null) return { slug, url, content: null, gone: false, problem: null };
    if (answer.kind === "problem")
      return { slug, url, content: null, gone: false, problem: `${url}: ${answer.what}` };
    if (answer.kind === "gone") {
      if (raw.page(url)) raw.mark(url, answer.status as 404 | 410, now());
      continue;
    }
    if (answer.kind === "page") raw.keep(url, answer.content, answer, now());
    else raw.mark(url, 304, now());
    return { slug, url, content: raw.content(url), gone: false, problem: null };
  }
  return { slug, url: addresses[0], content: null, gone: true, problem: null };
}

/** Reads the listing, and then each report in it. What cannot be read is a line in `problems`. */
export async function readSite(
  origin: string,
  reader: Reader,
  raw: RawPages,
  {
    councils,
    now,
    check,
  }: {
    readonly councils: readonly Council[];
    readonly now: () => Date;
    /** Called with the listing before any report is read; may throw. */
    readonly check: (listed: readonly string[], whole: boolean) => void;
  },
): Promise<Site> {
  const listing = await readListing(origin, reader, councils);
  const listed = listing.slugs.map((slug) => slug.toLowerCase());
  check(listed, listing.whole);
  const problems = [...listing.problems];
  const pages: ReportPage[] = [];
  // What was never asked for, or longest ago, comes first: a run that stops early is made up for.
  const askedAt = (slug: string) =>
    reportAddresses(origin, slug)
      .map((url) => raw.page(url)?.asked ?? "")
      .sort()
      .at(-1)!;
  const byAge = listing.slugs.map((slug) => ({ slug, asked: askedAt(slug) }));
  byAge.sort((a, b) => (a.asked < b.asked ? -1 : a.asked > b.asked ? 1 : 0));
  for (const { slug } of byAge) {
    const { gone, problem, ...page } = await readReport(origin, slug, reader, raw, now);
    if (gone) problems.push(`${page.url}: listed, but not there`);
    if (problem !== null) problems.push(problem);
    pages.push(page);
  }
  const stopped = reader.stopped();
  const unread = pages.filter(({ content }) => content === null).length;
  if (stopped !== null && listing.whole)
    problems.push(`${stopped}: ${unread} of ${pages.length} reports were not read`);
  if (listing.whole) raw.keepListing(listed, now());
  return { listed, whole: listing.whole, pages, problems };
}
