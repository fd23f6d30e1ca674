import { parse, type InfoRecord } from "csv-parse/sync";
import { ExpectedError, messageOf } from "../../errors.js";

/** A row of a file, and the line on which it ends. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const separators = [",", ";", "\t"] as const;

/** The separator that stands most often outside quotes in the first lines. */
function separatorOf(text: string): string {
  const head = text
    .split(/\r?\n/, 20)
    .join("\n")
    .replace(/"[^"]*"/g, "");
  const times = (separator: string) => head.split(separator).length;
  return separators.reduce((most, one) => (times(one) > times(most) ? one : most));
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
