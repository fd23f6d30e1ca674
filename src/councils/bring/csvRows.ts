import { parse, type InfoRecord } from "csv-parse/sync";
import { ExpectedError, messageOf } from "../../errors.js";

/** A row of a file, and the line on which it ends. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const separators = [",", ";", "\t"] as const;

/**
 * The separator that stands in most of the first lines, outside quotes; of several the one that
 * stands there most often. A decimal comma or one of a note is not in every line.
 */
function separatorOf(text: string): string {
  const head = text
    .slice(0, 100_000)
    .replace(/"[^"]*"/g, "")
    .split(/\r\n|\n|\r/, 20);
  const score = (separator: string) => {
    const times = head.map((line) => line.split(separator).length - 1);
    return 1e6 * times.filter((n) => n > 0).length + times.reduce((sum, n) => sum + n, 0);
  };
  return separators.reduce((most, one) => (score(one) > score(most) ? one : most));
}

/**
 * The rows of a CSV text, separated by comma, semicolon or tab, and which of them. Rows without any
 * text are left out. Throws an ExpectedError where quotes do not close.
 */
export function csvRows(text: string): { readonly separator: string; readonly rows: SheetRow[] } {
  const separator = separatorOf(text);
  const rows: SheetRow[] = [];
  try {
    parse(text, {
      delimiter: separator,
      relax_column_count: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      skip_empty_lines: true,
      max_record_size: 1_000_000,
      on_record: (cells: string[], { lines }: InfoRecord) => {
        if (cells.some((cell) => cell.trim() !== "")) rows.push({ line: lines, cells });
        return null;
      },
    });
  } catch (error) {
    throw new ExpectedError(`CSV: ${messageOf(error)}`);
  }
  return { separator, rows };
}
