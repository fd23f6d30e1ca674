import { ExpectedError } from "../../errors.js";
import { isSlug } from "../parse/matchCouncil.js";

/** Where CQC keeps its reports on councils, below its host. */
const reports = "/care-services/local-authority-assessment-reports";

/** The list of all reports, whose pages follow each other. */
export const listingPath = "/search/content/7217";

/** The origin of a base address. Throws an ExpectedError for what is not a plain one. */
export function originOf(base: string): string {
  const url = URL.canParse(base) ? new URL(base) : null;
  const plain =
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    [url.username, url.password, url.search, url.hash].every((part) => part === "") &&
    url.pathname === "/";
  if (!plain)
    throw new ExpectedError(`--from: expected an address such as https://example.org: ${base}`, 2);
  return url.origin;
}

/** Where a report may be read: its summary, else the page of the report itself. */
export function reportAddresses(origin: string, slug: string): readonly string[] {
  return [`${origin}${reports}/${slug}/summary`, `${origin}${reports}/${slug}`];
}

/** The slug of the report that an address is of, in lower case; null for any other address. */
export function slugOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { pathname } = new URL(address);
  if (!pathname.startsWith(`${reports}/`)) return null;
  const [slug] = pathname.slice(reports.length + 1).split("/");
  return isSlug(slug) ? slug.toLowerCase() : null;
}
