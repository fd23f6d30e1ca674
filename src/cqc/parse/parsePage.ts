import { schemeRules } from "../../councils/data/assessmentRules.js";
import type { Council, Kind } from "../../councils/data/dataset.js";
import { showValue } from "../../datapackage/problem.js";
import type { Rating, Scheme } from "../../ratings/scheme.js";
import { checkNotices } from "./checkNotices.js";
import { Draft } from "./draft.js";
import { releaseTitleOf, titleOf } from "./headings.js";
import type { Line, Lines } from "./line.js";
import { linesOfText } from "./linesOfText.js";
import { linesOfTree } from "./linesOfTree.js";
import { isSlug, matchCouncil, matchSlug } from "./matchCouncil.js";
import type { PageKind, ParsedPage } from "./parsedPage.js";
import { maxCharacters, PageTooLarge, parseTree } from "./parseTree.js";
import { readPublished, readPublishedAbove } from "./readPublished.js";
import { readRelease } from "./readRelease.js";
import { monthOfSlug, reportOfSlug } from "./reportAddress.js";
import { readStatement } from "./readStatement.js";
import { isSummary, readFormalSummary, readPilotSummary } from "./readSummary.js";

/**
 * How pages are read
 *
 * A page of CQC becomes a row of the data only if it says all that such a page says, in the place
 * and in the words that CQC uses, and does not contradict itself. Anything else is a listed
 * problem. A wrong row is worse than a missing one.
 *
 * 1. HTML is parsed as a browser does, within bounds of size, nodes and levels (parseTree.ts), and
 *    becomes lines: headings, list items, cells and paragraphs, each with its line in the file
 *    (linesOfTree.ts). Scripts, styles, comments, templates, what the page hides, and what
 *    surrounds its main part are no lines. Saved plain text becomes the same (linesOfText.ts).
 * 2. The title says which kind of page it is and of which council; the whole name must be one that
 *    the council goes by (matchCouncil.ts).
 * 3. Each value is read from its one place: the word from the list item under "Local authority
 *    rating and score", never from a search of the page; a score from the item or the row that
 *    names its statement (readSummary.ts, readStatement.ts, readRelease.ts). Names are looked up in
 *    a list of those that CQC has used. Digits are 0 to 9 of ASCII; a score with anything after it
 *    is no score.
 * 4. Between its title and its values a page says nothing but what such pages say (knownText.ts):
 *    any other words could say that the rating does not stand. The same is looked for above the
 *    title, in a release's text and, where it speaks of this report, anywhere (notices.ts).
 * 5. A value that stands twice must be the same twice. The council must be the same wherever the
 *    page names it beside a value. Nine scores, percentage and word must agree, by the rules that
 *    hold for the data (assessmentRules.ts).
 *
 * Nothing is filled in: no score from the others and no word from the percentage. A quality
 * statement's page has no date; it takes the month of its report's address, and says so.
 */

export interface ParseOptions {
  readonly councils: readonly Council[];
  /** The scheme of councils' assessments, which the values must agree by. */
  readonly scheme: Scheme;
  /** The page's slug, such as `camden-0225`, where its address is known. */
  readonly slug?: string;
  /** When the report was published that a quality statement's page belongs to. */
  readonly reportDate?: string;
  /** `YYYY-MM-DD`; a page that says it was published later is refused. */
  readonly today?: string;
}

const tag =
  /<(?:!doctype|html|head|body|main|article|section|div|p|h[1-6]|ul|ol|li|table|tr|td|span|br)\b/i;

/** The lines of a page, of HTML or of plain text. Throws a PageTooLarge. */
export function linesOf(content: string): Lines {
  const text = content.replace(/^\ufeff/, "");
  if (text.length > maxCharacters)
    throw new PageTooLarge(`expected at most ${maxCharacters} characters: ${text.length}`);
  return tag.test(text) ? linesOfTree(parseTree(text)) : linesOfText(text);
}

interface Title {
  readonly line: Line;
  readonly at: number;
  readonly page: "report" | "press release";
  readonly name: string;
  readonly pilot: boolean;
}

/**
 * Every title on the page: the headings of level 1, or else those of a press release of any level,
 * as newsrooms have it. "X assessment" must name a council.
 */
function titlesIn({ lines, format }: Lines, councils: readonly Council[]): Title[] {
  const titles = lines.flatMap((line, at): Title[] => {
    if (format === "html" && line.role !== "heading") return [];
    const release = releaseTitleOf(line.text);
    if (release) return [{ line, at, page: "press release", name: release.name, pilot: false }];
    if (format === "html" && line.level !== 1) return [];
    const title = titleOf(line.text);
    if (!title || (title.pilot && matchCouncil(title.name, councils) === null)) return [];
    return [{ line, at, page: "report", ...title }];
  });
  const first = titles.filter(({ line }) => line.level === 1);
  return format === "html" && first.length > 0 ? first : titles;
}

/** The first page of a report, which links its summary and says no value. */
const firstPage = /^assessment published ?:/i;

function readPage(
  draft: Draft,
  lines: Lines,
  { slug, reportDate }: Pick<ParseOptions, "slug" | "reportDate">,
): PageKind {
  const titles = titlesIn(lines, draft.councils);
  const [title] = titles;
  if (!title) {
    draft.problem(null, "page: no title of an assessment or of a press release on one");
    return "unknown";
  }
  for (const other of titles.slice(1))
    if (other.page !== title.page || other.pilot !== title.pilot)
      draft.problem(other.line, `page: line ${title.line.line} is another title`, other.line.text);
    else draft.takeCouncil(other.name, other.line);
  readPublished(draft, lines.lines, titles.at(-1)!.at);
  const end = () => lines.lines.findLastIndex((line) => draft.isPlace(line));
  if (title.page === "press release") {
    readPublishedAbove(draft, lines.lines, title.at);
    const lead = readRelease(draft, lines, title.line);
    checkNotices(draft, lines, title.at, lead === null ? 0 : lines.lines.indexOf(lead));
    return "press release";
  }
  draft.takeCouncil(title.name, title.line);
  draft.takeKind(title.pilot ? "pilot" : "formal", title.line);
  if (!isSummary(lines)) {
    const first = lines.lines.find(({ text }) => firstPage.test(text));
    if (first) {
      draft.problem(
        first,
        "page: the first page of a report, which has no rating: its summary has",
      );
      return "unknown";
    }
    readStatement(draft, lines);
    const month = slug === undefined ? null : monthOfSlug(slug);
    if (draft.get("published") === null && reportDate !== undefined)
      draft.takeFrom("the report's summary", "published", reportDate);
    else if (draft.get("published") === null && month !== null)
      draft.takeFrom(
        `the address: the month that ends "${reportOfSlug(slug!)}"`,
        "published",
        month,
      );
  } else if (title.pilot) readPilotSummary(draft, lines);
  else {
    readFormalSummary(draft, lines);
    for (const { id } of draft.scheme.parts)
      if (draft.get(id) === null) draft.problem(null, `${id}: not found`);
  }
  if (draft.get("published") === null)
    draft.problem(title.line, "published: no date below the title");
  checkNotices(draft, lines, title.at, end());
  return isSummary(lines) ? "summary" : "statement";
}

/** The slug must be one, and of the council and the kind of page that the page says it is. */
function checkSlug(draft: Draft, slug: string, page: PageKind): void {
  if (!isSlug(slug)) {
    draft.problem(null, "slug: expected letters, digits and hyphens", slug);
    return;
  }
  const council = matchSlug(slug, draft.councils);
  if (council !== null && council.gssCode !== draft.get("council"))
    draft.problem(null, "slug: is of another council than the page", slug);
  if (/-theme\d/.test(slug) && page === "summary")
    draft.problem(null, "slug: is of a quality statement, and the page a summary", slug);
}

/** Nine scores, percentage and word must agree; the rules are those that the data are held to. */
function checkAgreement(draft: Draft): void {
  const { scheme } = draft;
  const columns = ["rating", "score_pct", ...scheme.parts.map(({ id }) => id)];
  const values = Object.fromEntries(columns.map((name) => [name, draft.get(name)]));
  const row = { line: 1, values, failed: new Set<string>() };
  for (const { column, what, value } of schemeRules(row, scheme, "rating")) {
    const line = draft.lineOf(column);
    const place = line === null ? "" : `line ${line}: `;
    draft.problems.push(`${place}${column}: ${what}: ${showValue(value ?? "")}`);
  }
}

/**
 * Reads one saved page of CQC, HTML or plain text: a summary, a statement's page or a press
 * release. Never throws for what a page holds. The page is accepted as a row where `problems` is
 * empty; what was read of a page with problems is there to look at, not to use.
 */
export function parsePage(
  content: string,
  { councils, scheme, slug, reportDate, today }: ParseOptions,
): ParsedPage {
  const draft = new Draft(councils, scheme);
  let page: PageKind = "unknown";
  try {
    if (content.includes("\0")) draft.problem(null, "page: holds a NUL character");
    else page = readPage(draft, linesOf(content), { slug, reportDate });
  } catch (error) {
    if (!(error instanceof PageTooLarge)) throw error;
    draft.problem(null, `page: ${error.message}`);
  }
  if (slug !== undefined) checkSlug(draft, slug, page);
  checkAgreement(draft);
  const date = draft.get("published") as string | null;
  for (const name of ["published", "updated"]) {
    const given = draft.get(name) as string | null;
    if (today !== undefined && given !== null && given > today)
      draft.problem(null, `${name}: after today, ${today}`, given);
  }
  const gssCode = draft.get("council") as string | null;
  const values = {
    kind: draft.get("kind") as Kind | null,
    rating: draft.get("rating") as Rating | null,
    percentage: draft.get("score_pct") as number | null,
    published: draft.get("published") as string | null,
    scores: draft.scores,
  };
  const complete =
    Object.values(values).every((value) => value !== null) && !values.scores.includes(null);
  return {
    page,
    gssCode,
    council: councils.find((council) => council.gssCode === gssCode)?.name ?? null,
    ...values,
    publishedFrom:
      date === null
        ? null
        : draft.lineOf("published") !== null
          ? "page"
          : reportDate === undefined
            ? "address"
            : "report",
    updated: draft.get("updated") as string | null,
    places: draft.places,
    problems: draft.problems,
    partial: draft.problems.length === 0 && !complete,
  };
}
