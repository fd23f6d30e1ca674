import { CsvError, parse, type InfoRecord } from "csv-parse/sync";
import { countLineEnds } from "./checkBytes.js";
import type { Problem } from "./problem.js";

/** The start of a cell up to the end of its line. */
function excerpt(bytes: Buffer, from: number): string {
  const end = bytes.indexOf(0x0a, from);
  return bytes
    .toString("utf8", from, Math.min(end === -1 ? bytes.length : end, from + 400))
    .trimEnd();
}

const whats: Readonly<Record<string, string>> = {
  INVALID_OPENING_QUOTE: "stray quote",
  CSV_INVALID_CLOSING_QUOTE: "stray quote",
  CSV_QUOTE_NOT_CLOSED: "unclosed quote",
};

interface QuotedRecords {
  readonly records: readonly { readonly cells: readonly string[]; readonly end: number }[];
  /** The cell that is wrong in the record after them, and where it begins. */
  readonly wrong?: { readonly what: string; readonly cell: number; readonly start: number };
}

/** Reads up to so many records that bytes begin with: their cells and ends. */
function readQuoted(bytes: Buffer, most: number): QuotedRecords {
  const records: QuotedRecords["records"][number][] = [];
  try {
    parse(bytes, {
      record_delimiter: ["\r\n", "\n"],
      relax_column_count: true,
      to: most,
      on_record: (cells: string[], info: InfoRecord) => {
        records.push({ cells, end: info.bytes });
        return null;
      },
    });
    return { records };
  } catch (error) {
    const what = error instanceof CsvError ? whats[error.code] : undefined;
    if (what === undefined) throw error;
    // The parser counts bytes up to the end of the last whole cell, before its comma.
    const { bytes: last, index: cell } = error as { bytes: number; index: number };
    return { records, wrong: { what, cell, start: cell > 0 ? last + 1 : last } };
  }
}

/** To start the parser costs as much as many records; what is read ahead of a wrong one is lost. */
const mostAtOnce = 100;

/** How many lines, one after the other, hold a quote, up to as many as are read at once. */
function quotedLines(bytes: Buffer, from: number): number {
  let count = 0;
  for (let start = from; start < bytes.length && count < mostAtOnce; count++) {
    const lineEnd = bytes.indexOf(0x0a, start);
    const next = lineEnd === -1 ? bytes.length : lineEnd + 1;
    if (!bytes.subarray(start, next).includes(0x22)) break;
    start = next;
  }
  return count;
}

/**
 * Calls `onRecord` for each record of a CSV file with its cells and the line it begins on, and
 * `onProblem` for each cell whose quotes are wrong, on the line where that cell begins. Reading
 * goes on with the line after, so that one quote does not hide what is wrong further down.
 */
export function eachRecord(
  bytes: Buffer,
  onRecord: (cells: readonly string[], line: number) => void,
  onProblem: (problem: Problem, cell: number) => void,
): void {
  let line = 1;
  // Where the next line with a quote begins.
  let quoted = -1;
  for (let start = 0; start < bytes.length;) {
    if (quoted < start) {
      const quote = bytes.indexOf(0x22, start);
      quoted = quote === -1 ? bytes.length : bytes.lastIndexOf(0x0a, quote) + 1;
    }
    // Without a quote a record is a line and its cells are what stands between commas: most
    // lines are, and this is many times faster than the parser.
    if (start < quoted) {
      const lineEnd = bytes.indexOf(0x0a, start);
      const text = bytes.toString("utf8", start, lineEnd === -1 ? quoted : lineEnd);
      onRecord((lineEnd !== -1 && text.endsWith("\r") ? text.slice(0, -1) : text).split(","), line);
      line++;
      start = lineEnd === -1 ? quoted : lineEnd + 1;
      continue;
    }
    const rest = bytes.subarray(start);
    const { records, wrong } = readQuoted(rest, quotedLines(bytes, start));
    let end = 0;
    for (const record of records) {
      onRecord(record.cells, line);
      line += countLineEnds(rest, end, record.end);
      end = record.end;
    }
    if (wrong) {
      line += countLineEnds(rest, end, wrong.start);
      onProblem(
        { line, column: "", what: wrong.what, value: excerpt(rest, wrong.start) },
        wrong.cell,
      );
      line++;
      const lineEnd = rest.indexOf(0x0a, wrong.start);
      end = lineEnd === -1 ? rest.length : lineEnd + 1;
    }
    start += end;
  }
}
