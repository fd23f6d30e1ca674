import type { Council } from "../../councils/data/dataset.js";
import { linksOf, resolveLink } from "./links.js";
import { isSlug, matchSlug } from "./matchCouncil.js";
import { PageTooLarge } from "./parseTree.js";
import { reportOfSlug, reportsPath } from "./reportAddress.js";
import { statementInList, themeOf } from "./statementNames.js";

/** What the pages of a report link of the same report, as paths. */
export interface ReportLinks {
  /** What may be its summary, the likeliest first. */
  readonly summaries: readonly string[];
  /** The page of each quality statement, by the column of its score. */
  readonly statements: ReadonlyMap<string, string>;
  /** Pages of themes, which link the statements where the report's own page does not. */
  readonly themes: readonly string[];
  readonly problems: readonly string[];
}

export interface ReportLinksOptions {
  readonly councils: readonly Council[];
  /** The address of the page. */
  readonly base: string;
  /** The report's slug in the list of reports. */
  readonly slug: string;
  readonly gssCode: string | null;
}

/** More pages than any report has. */
const mostLinks = 60;
const isSummaryName = (text: string) => /^(?:overall |report )?summary\b|^overview$/i.test(text);
const isSummaryPath = (path: string) => /[/-](?:overall-)?summary$/i.test(path);

/**
 * Reads which pages a report's page links: its summary and its quality statements. CQC has put them
 * below the report (`york-1225/summary`), beside it (`westminster-1124-summary`) and under other
 * names (`Hertfordshire2`), so a link's words come first and its address second. A link to another
 * council's report is passed over.
 */
export function parseReportLinks(
  content: string,
  { councils, base, slug, gssCode }: ReportLinksOptions,
): ReportLinks {
  const address = new URL(base);
  const [named, ownPath, other] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const statements = new Map<string, string>();
  const themes = new Set<string>();
  const problems: string[] = [];
  let links: ReturnType<typeof linksOf> = [];
  try {
    links = linksOf(content);
  } catch (error) {
    if (!(error instanceof PageTooLarge)) throw error;
    problems.push(`page: ${error.message}`);
  }
  if (links.some(({ text }) => text === "<base>"))
    return {
      ...{ summaries: [], statements, themes: [] },
      problems: ["link: expected no <base>, which would move every address"],
    };
  const report = reportOfSlug(slug).toLowerCase();
  for (const link of links.slice(0, 1000)) {
    const url = resolveLink(link.href, address);
    if (typeof url === "string" || !url.pathname.startsWith(`${reportsPath}/`)) continue;
    const path = url.pathname.replace(/\/$/, "");
    const parts = path.slice(reportsPath.length + 1).split("/");
    if (!parts.every(isSlug) || path === address.pathname.replace(/\/$/, "")) continue;
    const own = reportOfSlug(parts[0]).toLowerCase();
    const council = matchSlug(parts[0], councils);
    const isOwn = own === report;
    if (!isOwn && council !== null && council.gssCode !== gssCode) continue;
    const text = link.text.replace(/^(?:next|previous)(?: page)? ?:? /i, "");
    const statement = statementInList(text);
    if (statement !== null && themeOf(text) === null) {
      if (!statements.has(statement)) statements.set(statement, path);
    } else if (themeOf(text) !== null) themes.add(path);
    else if (isSummaryName(text)) named.add(path);
    else if (isSummaryPath(path)) ownPath.add(path);
    // The report's own page, and those of years before, are of the council too.
    else if (!isOwn && council !== null && !/-?\d{4}$/.test(parts[0]) && parts.length === 1)
      other.add(path);
  }
  return {
    summaries: [...new Set([...named, ...ownPath, ...other])].slice(0, 4),
    statements,
    themes: [...themes].slice(0, mostLinks),
    problems,
  };
}
