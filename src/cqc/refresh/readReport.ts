import type { Council } from "../../councils/data/dataset.js";
import { parsePage } from "../parse/parsePage.js";
import type { ParsedPage } from "../parse/parsedPage.js";
import { parseReportLinks, type ReportLinks } from "../parse/parseReportLinks.js";
import { slugOf } from "../parse/reportAddress.js";
import type { Scheme } from "../../ratings/scheme.js";
import { showValue } from "../../datapackage/problem.js";
import { guessedPaths } from "./addresses.js";
import { attempt, type Listed } from "./readListing.js";
import type { Reader } from "./reader.js";

/** A page where a report's summary was looked for, and what was there. */
export interface Looked {
  readonly url: string;
  readonly what: string;
}

/** What was read of a report. */
export interface ReportRead {
  readonly slug: string;
  readonly gssCode: string | null;
  /** Its summary, else where it was looked for first. */
  readonly url: string;
  /** Null where no summary was found. */
  readonly parsed: ParsedPage | null;
  readonly looked: readonly Looked[];
  /** Every page that was looked for is not there. */
  readonly gone: boolean;
  /** Why a page could not be read. */
  readonly problem: string | null;
  /** The run ended before the report was read. */
  readonly isUnread: boolean;
}

export interface ReadReportOptions {
  readonly origin: string;
  readonly reader: Reader;
  readonly councils: readonly Council[];
  readonly scheme: Scheme;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** Summaries that are tried; a report has one. */
const mostTried = 6;

/** Reads a report's pages one after the other, and remembers where it looked. */
class Search {
  readonly looked: Looked[] = [];
  readonly statements = new Map<string, string>();
  readonly themes = new Set<string>();
  summaries: string[] = [];
  isGone = true;
  problem: string | null = null;
  isUnread = false;
  readonly #report: Listed;
  readonly #options: ReadReportOptions;

  constructor(report: Listed, options: ReadReportOptions) {
    this.#report = report;
    this.#options = options;
  }

  /** The text of a page of the site and its address; null, with the reason, where there is none. */
  async page(path: string): Promise<{ readonly url: string; readonly content: string } | null> {
    const url = this.#options.origin + path;
    if (this.looked.some((one) => one.url === url)) return null;
    const read = await this.#options.reader.read(url);
    if (read.kind === "stopped") this.isUnread = true;
    else if (read.kind === "problem") {
      this.isGone = false;
      this.problem ??= `${url}: ${read.what}`;
      this.looked.push({ url, what: read.what });
    } else if (read.kind === "gone") this.looked.push({ url, what: String(read.status) });
    else {
      this.isGone = false;
      return { url, content: read.content };
    }
    return null;
  }

  parse(content: string, url: string, reportDate?: string): ParsedPage | string {
    const { councils, scheme, today } = this.#options;
    const slug = slugOf(url) ?? this.#report.slug;
    const parsed = attempt(() => parsePage(content, { councils, scheme, slug, today, reportDate }));
    const listed = councils.find(({ gssCode }) => gssCode === this.#report.gssCode);
    if (typeof parsed === "string" || !listed || parsed.gssCode === null) return parsed;
    if (parsed.gssCode === listed.gssCode) return parsed;
    const problem = `council: ${parsed.council}, where the list names ${listed.name}`;
    return { ...parsed, problems: [problem, ...parsed.problems], partial: false };
  }

  add(paths: readonly string[]): void {
    this.summaries.push(...paths.filter((path) => !this.summaries.includes(path)));
  }

  takeLinks(content: string, base: string): ReportLinks | string {
    const { councils } = this.#options;
    const { slug, gssCode } = this.#report;
    const links = attempt(() => parseReportLinks(content, { councils, base, slug, gssCode }));
    if (typeof links === "string") return links;
    for (const [id, path] of links.statements)
      if (!this.statements.has(id)) this.statements.set(id, path);
    for (const path of links.themes) this.themes.add(path);
    this.add(links.summaries);
    return links;
  }
}

/**
 * Reads the pages of a pilot's statements, each with its score, as its summary has none. A page that
 * is of another council or kind, or is refused, gives no score and is a problem.
 */
async function withStatements(summary: ParsedPage, search: Search, scheme: Scheme) {
  const scores = [...summary.scores];
  const problems: string[] = [];
  const places = { ...summary.places };
  const isMissing = (id: string) =>
    scores[scheme.parts.findIndex((part) => part.id === id)] === null;
  if (search.statements.size < scheme.parts.length)
    for (const path of [...search.themes].slice(0, scheme.themes.length)) {
      const theme = await search.page(path);
      if (theme) search.takeLinks(theme.content, theme.url);
    }
  for (const [id, path] of search.statements) {
    if (!isMissing(id)) continue;
    const page = await search.page(path);
    if (!page) continue;
    const parsed = search.parse(page.content, page.url, summary.published ?? undefined);
    const at = scheme.parts.findIndex((part) => part.id === id);
    const score = typeof parsed === "string" ? null : parsed.scores[at];
    const what =
      typeof parsed === "string"
        ? parsed
        : (parsed.problems[0] ??
          (parsed.gssCode !== summary.gssCode || parsed.kind !== summary.kind
            ? "is of another assessment than the summary"
            : score === null
              ? `has no score of ${id}`
              : null));
    if (what !== null) problems.push(`${page.url}: ${showValue(what)}`);
    else {
      scores[at] = score;
      places[id] = page.url;
    }
  }
  return { parsed: { ...summary, scores, places, partial: scores.includes(null) }, problems };
}

/**
 * Reads a report as its pages lead to it: the page that the list links, then what that links as its
 * summary, and where it links none, the addresses at which CQC has put summaries. Of a pilot, whose
 * summary has no scores, the pages of its statements are read too.
 */
export async function readReport(report: Listed, options: ReadReportOptions): Promise<ReportRead> {
  const { scheme } = options;
  const search = new Search(report, options);
  const { slug, gssCode } = report;
  const result = (
    url: string,
    parsed: ParsedPage | null,
    problem = search.problem,
  ): ReportRead => ({
    ...{ slug, gssCode, url, parsed, looked: search.looked, problem },
    gone: parsed === null && search.isGone && !search.isUnread,
    isUnread: search.isUnread,
  });
  search.summaries = [report.path];
  let guessed = false;
  for (let at = 0; at < mostTried + 1 && search.problem === null && !search.isUnread; at += 1) {
    if (at === search.summaries.length && !guessed) {
      search.add(guessedPaths(slug));
      guessed = true;
    }
    const path = search.summaries[at];
    if (path === undefined) break;
    const page = await search.page(path);
    if (page === null) continue;
    const parsed = search.parse(page.content, page.url);
    if (typeof parsed === "string") return result(page.url, null, `${page.url}: ${parsed}`);
    const links = search.takeLinks(page.content, page.url);
    if (parsed.page === "summary") {
      const isWhole = parsed.problems.length > 0 || !parsed.scores.includes(null);
      if (isWhole) return result(page.url, parsed, null);
      const { parsed: whole, problems } = await withStatements(parsed, search, scheme);
      const all = search.problem === null ? problems : [search.problem, ...problems];
      return result(page.url, whole, all.length > 0 ? all.join("\n") : null);
    }
    const linked = typeof links === "string" ? 0 : links.summaries.length;
    const what =
      typeof links === "string" ? links : (links.problems[0] ?? parsed.problems[0] ?? "no summary");
    search.looked.push({
      url: page.url,
      what: linked > 0 ? `no summary, but links ${linked === 1 ? "one" : linked}` : showValue(what),
    });
  }
  return result(search.looked[0]?.url ?? options.origin + report.path, null);
}
