import { ExpectedError } from "../../errors.js";

const [mostSheets, longestName] = [1_000, 100];
/** More rows than a sheet can have. */
const rowsOfSheet = 2 ** 21;

/** Where the rows of a file stand, each place as one number. */
export interface Places {
  readonly begin: (sheet: string) => void;
  /** The sheet that began last, or null. */
  readonly sheet: () => string | null;
  /** The place of a row of that sheet: above 0. */
  readonly of: (row: number) => number;
  /** A place as a message has it: sheet, row and the column's name. */
  readonly text: (place: number, column?: string) => string;
}

/** Numbers for places, which take less memory than their texts. */
export function filePlaces(): Places {
  const sheets: string[] = [];
  return {
    begin: (sheet) => {
      if (sheets.push(sheet.slice(0, longestName)) > mostSheets)
        throw new ExpectedError(`expected at most ${mostSheets} sheets`);
    },
    sheet: () => sheets.at(-1) ?? null,
    of: (row) => sheets.length * rowsOfSheet + row,
    text: (place, column) => {
      const sheet = sheets[Math.floor(place / rowsOfSheet) - 1] ?? "";
      const parts = [sheet && `sheet ${sheet}`, `row ${place % rowsOfSheet}`, column ?? ""];
      return parts.filter((part) => part !== "").join(", ");
    },
  };
}
