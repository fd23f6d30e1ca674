/**
 * A workbook as it is described, once for every kind of file: by the checklist of the Government
 * Analysis Function for spreadsheets that everybody can use.
 */

/** A value of a cell. A date is a day, `YYYY-MM-DD`, which a spreadsheet is to know as one. */
export type Value = string | number | { readonly date: string } | { readonly sheet: string };

export interface SheetColumn {
  readonly label: string;
  /** How many decimals its numbers are shown with; the cell holds all that is known. */
  readonly decimals: 0 | 2 | 3;
  /** In characters. */
  readonly width: number;
}

export interface Sheet {
  /** Unique in its workbook: at most 31 letters, digits and underscores. */
  readonly name: string;
  /** Lines above the table, one to a row in the first column; the first is the sheet's title. */
  readonly lines: readonly string[];
  /** One table, which has rows; null for a sheet of lines alone. */
  readonly table: {
    /** Unique in its workbook: letters, digits and underscores. */
    readonly name: string;
    readonly columns: readonly SheetColumn[];
    readonly rows: readonly (readonly Value[])[];
  } | null;
}

export interface Workbook {
  readonly title: string;
  /** The day of its data, `YYYY-MM-DD`: the file's date, so that bytes repeat. */
  readonly date: string;
  readonly sheets: readonly Sheet[];
}

/** "A", "Z", "AA" for the columns from 0. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** The most text that a cell of a spreadsheet holds. */
const longestText = 32_767;

/** Text as a cell holds it. */
export const cellString = (text: string): string =>
  text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;

/** The row of the table's header, from 1. */
export const headerRow = ({ lines }: Sheet): number => lines.length + 1;

/** Text for an element or an attribute of XML. */
export function escapeXml(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/\r/g, "&#13;");
}
