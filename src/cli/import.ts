import { existsSync } from "node:fs";
import { join } from "node:path";
import { assessmentsResource, checkImported, toCsvText } from "../councils/bring/checkImported.js";
import { importRows, type LogEntry } from "../councils/bring/importRows.js";
import type { DayOrder } from "../councils/bring/readCell.js";
import { readDataset } from "../councils/data/readDataset.js";
import { vintageOf } from "../councils/data/vintageOf.js";
import type { Assessment, Dataset } from "../councils/data/dataset.js";
import { readDescriptor } from "../datapackage/descriptor.js";
import { showValue } from "../datapackage/problem.js";
import { committedPath, holdFolder } from "../disk/commitFiles.js";
import { ExpectedError } from "../errors.js";
import type { Io } from "./io.js";
import { sheetRows } from "./sheetRows.js";

export interface ImportCommandOptions {
  readonly out: string;
  readonly source?: string;
  readonly scheme?: string;
  readonly dates?: DayOrder;
  readonly alone?: boolean;
}

/** An assessment as a row of assessments.csv. */
function rowOf(a: Assessment, { schemes, scheme }: Dataset): Record<string, string> {
  const parts = schemes.find(({ id }) => id === a.scheme)?.parts ?? [];
  const text = (value: string | number | null) => (value === null ? "" : String(value));
  return {
    gss_code: a.gssCode,
    council: a.council,
    kind: a.kind,
    scheme: a.scheme === scheme.id ? "" : a.scheme,
    status: a.status,
    confidence: a.confidence,
    rating: text(a.rating),
    score_pct: text(a.percentage),
    published: text(a.published),
    ...Object.fromEntries(parts.map(({ id }, i) => [id, text(a.scores[i])])),
    source_url: a.sourceUrl,
    source_kind: a.sourceKind,
    note: text(a.note),
  };
}

/** One entry as a line: what, where, the value and what became of it. */
export function logLine({ what, line, column, from, to, why }: LogEntry): string {
  const where = line === null ? column : `line ${line}, ${column}`;
  if (what === "changed") return `${where}: ${showValue(from)} -> ${showValue(to)} (${why})`;
  return `${where}: ${showValue(from)}: ${what}: ${why}`;
}

const logColumns = ["what", "line", "column", "from", "to", "why"];
const logRow = (entry: LogEntry) => ({
  ...entry,
  line: entry.line === null ? "" : String(entry.line),
});

/**
 * `ninefold import FILE --out DIR`: a folder of data from somebody's spreadsheet, beside the
 * assessments that come with Ninefold. Every change and refusal is in import-log.csv, and told. What
 * is refused is not in the folder. Throws an ExpectedError where the folder has data already, where
 * nothing could be read, or at the end where something was refused.
 */
export async function importFile(
  file: string,
  options: ImportCommandOptions,
  io: Io,
): Promise<void> {
  const { out, source = "", alone = false } = options;
  const path = join(out, "assessments.csv");
  const isThere = (name: string) => existsSync(committedPath(out, name));
  const expectNone = () => {
    if (isThere("assessments.csv"))
      throw new ExpectedError(`${path}: is there already; give another --out`, 2);
  };
  expectNone();
  const dataset = readDataset();
  const scheme = dataset.schemes.find(({ id }) => id === (options.scheme ?? dataset.scheme.id));
  if (!scheme) {
    const ids = dataset.schemes.map(({ id }) => id).join(", ");
    throw new ExpectedError(`--scheme: expected one of ${ids}: ${options.scheme}`, 2);
  }
  const { rows: sheet, how } = await sheetRows(file);
  const defaults = {
    kind: "formal",
    scheme: options.scheme ?? "",
    status: "published",
    confidence: "medium",
    source_url: source,
    source_kind: "imported",
  };
  const imported = importRows(sheet, dataset, scheme, { dates: options.dates, defaults });
  const known = alone ? [] : dataset.assessments.map((a) => rowOf(a, dataset));
  const checked = checkImported(known, imported.rows, dataset.schemes);
  const wrong = new Set(checked.map(({ line }) => line));
  const taken = imported.rows.filter(({ isRefused, line }) => !isRefused && !wrong.has(line));
  const log = [...imported.log, ...checked].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const ofKind = (what: LogEntry["what"]) => log.filter((entry) => entry.what === what);
  const refusals = ofKind("refused");

  io.stdout(`${file}: ${how}\n`);
  for (const entry of [...ofKind("left out"), ...ofKind("changed")])
    io.stdout(`  ${logLine(entry)}\n`);
  if (taken.length === 0)
    throw new ExpectedError([
      ...refusals.map((entry) => `${file}: ${logLine(entry)}`),
      `${file}: no row could be read`,
    ]);
  const columns = assessmentsResource().schema.fields.map(({ name }) => name);
  const all = [...known, ...taken.map(({ values }) => values)];
  const { completeTo, completeIncludes, vintage } = readDescriptor();
  const dated = all.map((row) => ({ published: row.published || null }));
  const coverage = {
    ...{ completeTo, completeIncludes },
    vintage: vintageOf(dated, { vintage, completeTo }),
  };
  holdFolder(out, ({ replace }) => {
    // Another run may have come first.
    expectNone();
    const files = new Map([
      ["assessments.csv", toCsvText(columns, all)],
      ["import-log.csv", toCsvText(logColumns, log.map(logRow))],
    ]);
    if (!isThere("datapackage.json"))
      files.set("datapackage.json", `${JSON.stringify(coverage, null, 2)}\n`);
    replace(files);
  });
  io.stdout(
    `${path}: ${taken.length} of ${imported.rows.length} rows taken${known.length > 0 ? `, beside the ${known.length} that come with Ninefold` : ""}; ` +
      `${ofKind("changed").length} changes, ${refusals.length} refusals, in import-log.csv\n`,
  );
  if (refusals.length > 0)
    throw new ExpectedError(refusals.map((entry) => `${file}: ${logLine(entry)}`));
}
