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

type QuotedRecord =
  | { readonly cells: readonly string[]; readonly end: number }
  | { readonly what: string; readonly cell: number; readonly cellStart: number };

/** Reads the one record that bytes begin with: its cells and its end, or the cell that is wrong. */
function readQuoted(bytes: Buffer): QuotedRecord {
  let end = 0;
  try {
    const [cells] = parse(bytes, {
      record_delimiter: ["\r\n", "\n"],
      to: 1,
      on_record: (record: string[], info: InfoRecord) => {
        end = info.bytes;
        return record;
      },
    });
    return { cells, end };
  } catch (error) {
    const what = error instanceof CsvError ? whats[error.code] : undefined;
    if (what === undefined) throw error;
    // The parser counts bytes up to the end of the last whole cell, before its comma.
    const { bytes: last, index: cell } = error as { bytes: number; index: number };
    return { what, cell, cellStart: cell > 0 ? last + 1 : last };
  }
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
  let quote = 0;
  for (let start = 0; start < bytes.length;) {
    const lineEnd = bytes.indexOf(0x0a, start);
    let next = lineEnd === -1 ? bytes.length : lineEnd + 1;
    if (quote !== -1 && quote <= start) quote = bytes.indexOf(0x22, start);
    // Without a quote a record is a line and its cells are what stands between commas: most
    // lines are, and this is many times faster than the parser.
    if (quote === -1 || quote >= next) {
      const text = bytes.toString("utf8", start, lineEnd === -1 ? next : lineEnd);
      onRecord((lineEnd !== -1 && text.endsWith("\r") ? text.slice(0, -1) : text).split(","), line);
      line++;
    } else {
      const rest = bytes.subarray(start);
      const read = readQuoted(rest);
      if ("cells" in read) {
        next = start + read.end;
        onRecord(read.cells, line);
        line += countLineEnds(rest, 0, read.end);
      } else {
        line += countLineEnds(rest, 0, read.cellStart);
        const value = excerpt(rest, read.cellStart);
        onProblem({ line, column: "", what: read.what, value }, read.cell);
        const cellLineEnd = rest.indexOf(0x0a, read.cellStart);
        next = cellLineEnd === -1 ? bytes.length : start + cellLineEnd + 1;
        line++;
      }
    }
    start = next;
  }
}
