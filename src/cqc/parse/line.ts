/** What a piece of a page is: a value is taken only from where CQC puts it. */
export type Role = "heading" | "item" | "cell" | "text";

/** A line of a page as it is read: a heading, a part of a list item or of a cell, or a paragraph. */
export interface Line {
  readonly text: string;
  /** Where it begins in the file, from 1. */
  readonly line: number;
  readonly role: Role;
  /** 1 to 6 of a heading, else 0. */
  readonly level: number;
  /** Which list or table it belongs to, and which item or row; null outside of both. */
  readonly group: number | null;
  readonly item: number | null;
  /** Of an item its number in the list, of a cell its row in the table; from 1. */
  readonly row: number;
  /** Of a cell the column, with row and column spans counted; from 1. */
  readonly column: number;
}

/** The lines of a page. In plain text, headings are those that are known by their words. */
export interface Lines {
  readonly format: "html" | "text";
  readonly lines: readonly Line[];
  /** What stands beside and around the page's main part: no value is taken from it. */
  readonly around: readonly Line[];
  /** Ways to other pages: of these too no value is taken. */
  readonly ways: readonly Line[];
}

/** Where a line stands, for people: `line 12: item 3 of the list under "Quality statement scores"`. */
export function placeOf(line: Line, heading?: string): string {
  const part = {
    heading: `heading ${line.level}`,
    item: `item ${line.row} of the list`,
    cell: `row ${line.row}, cell ${line.column} of the table`,
    text: "paragraph",
  }[line.role];
  return `line ${line.line}: ${part}${heading === undefined ? "" : ` under "${heading}"`}`;
}
