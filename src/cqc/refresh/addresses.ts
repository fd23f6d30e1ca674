import { ExpectedError } from "../../errors.js";
import { reportsPath } from "../parse/reportAddress.js";

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

/** Where CQC has put summaries of reports, for one whose own page links none. */
export function guessedPaths(slug: string): readonly string[] {
  const report = `${reportsPath}/${slug}`;
  return [`${report}/summary`, report, `${report}-summary`, `${report}/overall-summary`];
}
