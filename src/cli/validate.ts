import { resolve } from "node:path";
import { publishedTotals, type PublishedTotal } from "../councils/analysis/publishedTotals.js";
import { readDataset } from "../councils/data/readDataset.js";
import { validateDirectory } from "../councils/data/validateDirectory.js";
import { repositoryData } from "../datapackage/descriptor.js";
import { ExpectedError } from "../errors.js";
import { date } from "../engine/report/format.js";
import type { Io } from "./io.js";

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? "" : "s"}`;

/** A count that CQC stated, and whether the data have as many. */
export function totalLine(total: PublishedTotal): string {
  const { asAt, kind, reports, held, ofThatMonth, undated, status, missing, tooMany } = total;
  const said = `CQC: ${reports} ${kind === "expected" ? "expected by" : "by"} ${date(asAt)}`;
  const among = undated > 0 ? `, or are among ${undated} whose date is not known` : "";
  if (status === "short") return `${said}: short by ${missing}: so many are missing${among}`;
  if (status === "met") {
    const month =
      held < reports ? `, with ${reports - held} of the ${ofThatMonth} of that month` : "";
    return `${said}: met${month}`;
  }
  const over = [
    ...(held > reports ? [`${held} reports here`] : []),
    ...tooMany.map((one) => `${one.held} ${one.rating} here, ${one.stated} stated`),
  ];
  return `${said}: contradicted: ${over.join("; ")}`;
}

/**
 * `ninefold validate [DIR]`: lists every problem of a directory of data, or says what is fine, and
 * how the data stand against what CQC has counted.
 */
export function validate(dir: string | undefined, io: Io): void {
  // The repository's data by their path are the repository's data.
  const isOwn = dir !== undefined && resolve(dir) === resolve(repositoryData);
  const folder = isOwn ? undefined : dir;
  const { problems, files } = validateDirectory(folder);
  if (problems.length > 0) throw new ExpectedError(problems);
  const rows = files.reduce((total, file) => total + (file.rows ?? 0), 0);
  io.stdout(`valid: ${count(files.length, "file")}, ${count(rows, "row")}\n`);
  const { totals } = publishedTotals(readDataset({ dir: folder }));
  io.stdout(totals.map((total) => `${totalLine(total)}\n`).join(""));
}
