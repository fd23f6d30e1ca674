import type { Council } from "../../councils/data/dataset.js";
import { showValue } from "../../datapackage/problem.js";
import { labelOf } from "./cleanText.js";
import { titleOf } from "./headings.js";
import { linksOf, resolveLink, type Link } from "./links.js";
import { isSlug, matchCouncil, matchSlug } from "./matchCouncil.js";
import { PageTooLarge } from "./parseTree.js";
import { reportOfSlug, reportsPath } from "./reportAddress.js";

/** A report in CQC's list of local authority assessment reports. */
export interface ListingEntry {
  readonly title: string;
  readonly href: string;
  readonly slug: string;
  readonly gssCode: string | null;
}

export interface Listing {
  readonly entries: readonly ListingEntry[];
  /** The address of the next page of the list, or null on the last. */
  readonly next: string | null;
  readonly problems: readonly string[];
}

export interface ListingOptions {
  readonly councils: readonly Council[];
  /** The address of the page of the list. */
  readonly base: string;
}

const reports = `${reportsPath}/`;

/**
 * Reads a page of CQC's list of reports: each report once, by the slug of its summary, and the
 * address of the next page. Pages of single statements, which stand beside a summary
 * (`camden-0225-theme1-support`) or below a pilot's, are passed over. A link that is named like a
 * report but leads elsewhere is a problem and no entry.
 */
export function parseListing(content: string, { councils, base }: ListingOptions): Listing {
  const problems: string[] = [];
  const entries = new Map<string, ListingEntry>();
  const nexts = new Set<string>();
  const address = new URL(base);
  let links: Link[] = [];
  try {
    links = linksOf(content);
  } catch (error) {
    if (!(error instanceof PageTooLarge)) throw error;
    problems.push(`page: ${error.message}`);
  }
  for (const link of links) {
    const problem = (what: string, value: string) => {
      problems.push(`line ${link.line}: ${what}: ${showValue(value)}`);
    };
    if (link.text === "<base>") {
      problem("link: expected no <base>, which would move every address", link.href);
      continue;
    }
    const isNext =
      /\bnext\b/.test(link.rel) || /^next( page)?( ?[\u203a\u00bb>]+)?$/.test(labelOf(link.text));
    // A council's assessment, such as a pilot's "X assessment"; any other assessment is elsewhere's.
    const title = titleOf(link.text);
    const council = title === null ? null : matchCouncil(title.name, councils);
    const isTitled = title !== null && (!title.pilot || council !== null);
    if (!isNext && !isTitled) continue;
    const url = resolveLink(link.href, address);
    if (typeof url === "string") {
      problem(url, link.href);
      continue;
    }
    if (isNext) {
      if (url.pathname === address.pathname) nexts.add(url.href);
      else problem(`link: expected the next page of ${address.pathname}`, link.href);
      continue;
    }
    if (!url.pathname.startsWith(reports)) {
      problem(`link: expected an address below ${reports}`, link.href);
      continue;
    }
    const [page, ...below] = url.pathname.slice(reports.length).replace(/\/$/, "").split("/");
    if (!isSlug(page)) {
      problem("slug: expected letters, digits and hyphens", page);
      continue;
    }
    const isReport = below.length === 0 || /^(overall-)?summary$/.test(below.join("/"));
    if (/-theme-?\d/i.test(page) || !isReport) continue;
    const slug = reportOfSlug(page);
    const ofSlug = matchSlug(slug, councils);
    if (council !== null && ofSlug !== null && council !== ofSlug) {
      problem(`slug: is of ${ofSlug.name}, and the title of ${council.name}`, slug);
      continue;
    }
    if (council === null) problem("council: no council goes by this name", link.text);
    const entry = { title: link.text, href: url.href, slug, gssCode: council?.gssCode ?? null };
    const earlier = entries.get(slug);
    if (earlier && earlier.gssCode !== entry.gssCode)
      problem(`slug: stands for "${earlier.title}" too`, link.text);
    else if (!earlier) entries.set(slug, entry);
  }
  if (nexts.size > 1)
    problems.push(`next: expected one address: ${showValue([...nexts].join(" "))}`);
  if (entries.size === 0 && problems.length === 0) problems.push("page: no report is listed");
  return {
    entries: [...entries.values()],
    next: nexts.size === 1 ? [...nexts][0] : null,
    problems,
  };
}
