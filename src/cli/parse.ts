import { readFileSync, statSync } from "node:fs";
import type { Command } from "commander";
import type { ParsedPage } from "../data/cqc/parsedPage.js";
import { ExpectedError, messageOf } from "../errors.js";
import type { Io } from "./io.js";

/** A saved page as text. A file that cannot be read, or is no UTF-8, is a problem of that file. */
async function readPage(file: string) {
  // Loaded when it is used: it brings the HTML parser, which no other command needs.
  const { decodePage, maxBytes } = await import("../data/cqc/decodePage.js");
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
export function parseCommand(program: Command, io: Io): void {
  program
    .command("parse")
    .description("read saved pages of CQC: one JSON object, or for several files an array")
    .argument(
      "<FILE...>",
      "a summary, a quality statement or a press release, as HTML or text; - is standard input",
    )
    .action(async (files: string[]) => {
      const { parsePage } = await import("../data/cqc/parsePage.js");
      const { readDataset } = await import("../data/readDataset.js");
      const { councils } = readDataset();
      const problems: string[] = [];
      const rows: ReturnType<typeof toRow>[] = [];
      for (const file of files) {
        const read = await readPage(file);
        if ("problem" in read) {
          problems.push(`${file}: ${read.problem}`);
          continue;
        }
        const page = parsePage(read.text, { councils });
        if (page.problems.length === 0) rows.push(toRow(page));
        problems.push(...page.problems.map((problem) => problemLine(file, problem)));
      }
      if (files.length > 1) io.stdout(`${JSON.stringify(rows, null, 2)}\n`);
      else if (rows.length > 0) io.stdout(`${JSON.stringify(rows[0], null, 2)}\n`);
      if (problems.length > 0) throw new ExpectedError(problems);
    });
}
