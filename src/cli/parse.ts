import { readFileSync, statSync } from "node:fs";
import { decodePage, maxBytes } from "../cqc/parse/decodePage.js";
import type { ParsedPage } from "../cqc/parse/parsedPage.js";
import { parsePage } from "../cqc/parse/parsePage.js";
import { readDataset } from "../councils/data/readDataset.js";
import { ExpectedError, messageOf } from "../errors.js";
import type { Io } from "./io.js";

/** A saved page as text. A file that cannot be read, or is no UTF-8, is a problem of that file. */
function readPage(file: string) {
  try {
    const size = file === "-" ? 0 : statSync(file).size;
    // Told before it is read: a file could be larger than memory.
    if (size > maxBytes) return { problem: `page: expected at most ${maxBytes} bytes: ${size}` };
    return decodePage(readFileSync(file === "-" ? 0 : file));
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

/** `ninefold parse FILE...`: saved pages of CQC as rows; a page that is no row is explained. */
export function parseFiles(files: readonly string[], io: Io): void {
  const { councils, scheme } = readDataset();
  const problems: string[] = [];
  const rows: ReturnType<typeof toRow>[] = [];
  for (const file of files) {
    const read = readPage(file);
    if ("problem" in read) {
      problems.push(`${file}: ${read.problem}`);
      continue;
    }
    const page = parsePage(read.text, { councils, scheme });
    if (page.problems.length === 0) rows.push(toRow(page));
    problems.push(...page.problems.map((problem) => problemLine(file, problem)));
  }
  if (files.length > 1) io.stdout(`${JSON.stringify(rows, null, 2)}\n`);
  else if (rows.length > 0) io.stdout(`${JSON.stringify(rows[0], null, 2)}\n`);
  if (problems.length > 0) throw new ExpectedError(problems);
}
