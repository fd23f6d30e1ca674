import { decodePage, maxBytes } from "../cqc/parse/decodePage.js";
import type { ParsedPage } from "../cqc/parse/parsedPage.js";
import { parsePage } from "../cqc/parse/parsePage.js";
import { slugOf } from "../cqc/parse/reportAddress.js";
import { readFileUpTo, readInputUpTo } from "../disk/readUpTo.js";
import { readDataset } from "../councils/data/readDataset.js";
import { ExpectedError, messageOf } from "../errors.js";
import type { Io } from "./io.js";
import { jsonText } from "./jsonText.js";

/** A saved page as text. A file that cannot be read, or is no UTF-8, is a problem of that file. */
function readPage(file: string) {
  try {
    const read = file === "-" ? readInputUpTo(maxBytes) : readFileUpTo(file, maxBytes);
    return "problem" in read ? { problem: `page: ${read.problem}` } : decodePage(read.bytes);
  } catch (error) {
    return { problem: `cannot be read: ${messageOf(error)}` };
  }
}

/** The row of a page, with the names that the columns have in the data. */
function toRow(page: ParsedPage) {
  return {
    gss_code: page.gssCode,
    council: page.council,
    kind: page.kind,
    rating: page.rating,
    score_pct: page.percentage,
    published: page.published,
    published_from: page.publishedFrom,
    updated: page.updated,
    scores: page.scores,
    page: page.page,
    partial: page.partial,
    places: page.places,
    problems: page.problems,
  };
}

/** `line 12: what: value` of a page as `FILE:12: what: value`. */
function problemLine(file: string, problem: string): string {
  const at = /^line (\d+): /.exec(problem);
  return at ? `${file}:${at[1]}: ${problem.slice(at[0].length)}` : `${file}: ${problem}`;
}

export interface ParseCommandOptions {
  readonly address?: string;
}

/** The slug of a page's report, from where the page was saved. */
function slugOfAddress(address: string, files: readonly string[]): string | undefined {
  if (files.length > 1) throw new ExpectedError("--address: needs a single FILE", 2);
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new ExpectedError(
      `--address: expected where the page was saved from, such as https://www.cqc.org.uk/…: ${address}`,
      2,
    );
  return slugOf(address) ?? undefined;
}

/** `ninefold parse FILE...`: saved pages of CQC as rows; a page that is no row is explained. */
export function parseFiles(
  files: readonly string[],
  { address }: ParseCommandOptions,
  io: Io,
): void {
  const slug = address === undefined ? undefined : slugOfAddress(address, files);
  const { councils, scheme } = readDataset();
  const problems: string[] = [];
  const rows: ReturnType<typeof toRow>[] = [];
  for (const file of files) {
    const read = readPage(file);
    if ("problem" in read) {
      problems.push(`${file}: ${read.problem}`);
      continue;
    }
    const page = parsePage(read.text, { councils, scheme, slug });
    if (page.problems.length === 0) rows.push(toRow(page));
    problems.push(...page.problems.map((problem) => problemLine(file, problem)));
    if (page.page === "statement" && page.published === null && address === undefined)
      problems.push(`${file}: give --address, where it was saved from, to take the month from`);
  }
  if (files.length > 1) io.stdout(jsonText(rows));
  else if (rows.length > 0) io.stdout(jsonText(rows[0]));
  if (problems.length > 0) throw new ExpectedError(problems);
}
