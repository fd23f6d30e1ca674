import { messageOf } from "../../errors.js";
import { isSlug } from "../parse/matchCouncil.js";
import { parseListing, type ListingEntry } from "../parse/parseListing.js";
import type { Council } from "../../councils/data/dataset.js";
import { showValue } from "../../datapackage/problem.js";
import { listingPath } from "./addresses.js";
import type { Reader } from "./reader.js";

/** A report in the list: its name in addresses, the path that the list links, and its council. */
export interface Listed {
  readonly slug: string;
  readonly path: string;
  readonly gssCode: string | null;
}

export interface SiteListing {
  /** The site's origin, which may be that to which it redirects. */
  readonly origin: string;
  readonly reports: readonly Listed[];
  /** Whether it was read to its end without a problem. */
  readonly whole: boolean;
  /** A line each. */
  readonly problems: readonly string[];
}

/** Whatever a parser meets in a page, it refuses the page rather than stop the run. */
export function attempt<T>(parse: () => T): T | string {
  try {
    return parse();
  } catch (error) {
    return `cannot be parsed: ${messageOf(error)}`;
  }
}

/** Reads the list of reports, page by page. */
export async function readListing(
  origin: string,
  reader: Reader,
  councils: readonly Council[],
): Promise<SiteListing> {
  // Addresses that differ in case alone are of one report: the first is taken.
  const reports = new Map<string, Listed>();
  const problems: string[] = [];
  const seen = new Set<string>();
  const add = ({ slug, href, gssCode, title }: ListingEntry, base: string) => {
    if (!isSlug(slug))
      problems.push(`${base}: ${showValue(title)}: expected a plain name in the address`);
    else if (!reports.has(slug.toLowerCase()))
      reports.set(slug.toLowerCase(), { slug, path: new URL(href).pathname, gssCode });
  };
  let url: string | null = origin + listingPath;
  let site = origin;
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
    site = new URL(base).origin;
    const listing = attempt(() => parseListing(answer.content, { councils, base }));
    if (typeof listing === "string") {
      problems.push(`${url}: ${listing}`);
      break;
    }
    problems.push(...listing.problems.map((what) => `${base}: ${showValue(what)}`));
    for (const entry of listing.entries) add(entry, base);
    if (listing.next === null) break;
    const next: URL | null = URL.canParse(listing.next, base) ? new URL(listing.next, base) : null;
    if (next?.origin !== site || next.pathname !== listingPath) {
      problems.push(`${base}: the next page is elsewhere: ${showValue(listing.next)}`);
      break;
    }
    url = next.href;
  }
  return { origin: site, reports: [...reports.values()], whole: problems.length === 0, problems };
}
