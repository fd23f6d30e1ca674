/** What takes the rows of a file's sheets, in their order. */
export interface RowSink {
  /** A sheet begins, which its program may not show. */
  readonly sheet: (name: string, isHidden: boolean) => void;
  /**
   * A row of the sheet, from 1: its cells as text, blank where there is nothing. A row without any
   * text is not told.
   */
  readonly row: (line: number, cells: readonly string[]) => void;
  /** Whether the text of a column, from 0, is of use; a cell that is not may be told blank. */
  readonly wants: (column: number) => boolean;
}

/** What no spreadsheet program goes beyond. */
export const mostColumns = 16_384;
export const mostRows = 1_048_576;
/** Of one cell, in characters. */
export const longestCell = 32_767;
