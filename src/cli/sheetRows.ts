import { csvRows, type SheetRow } from "../councils/bring/csvRows.js";
import { readText } from "../councils/bring/readText.js";
import { readBytes } from "../councils/data/place.js";
import { ExpectedError } from "../errors.js";

/** Of a spreadsheet with assessments; there are 153 councils. */
const mostRows = 50_000;

export interface SheetFile {
  readonly rows: readonly SheetRow[];
  /** How it was read, in words. */
  readonly how: string;
}

/** The rows of the first sheet of a workbook that has any and is shown. */
async function workbookRows(file: string): Promise<SheetFile> {
  const { readSheets } = await import("../services/read/readSheets.js");
  const sheets: { name: string; isHidden: boolean; rows: SheetRow[] }[] = [];
  await readSheets(file, {
    sheet: (name, isHidden) => sheets.push({ name, isHidden, rows: [] }),
    row: (line, cells) => {
      const { rows } = sheets.at(-1)!;
      if (rows.length >= mostRows) throw new ExpectedError(`expected at most ${mostRows} rows`);
      rows.push({ line, cells: [...cells] });
    },
    wants: () => true,
  });
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  const first = filled.find(({ isHidden }) => !isHidden);
  if (!first)
    throw new ExpectedError(
      `expected a sheet with rows${filled.length > 0 ? " that is shown" : ""}`,
    );
  const more = filled.length - 1;
  const others =
    more > 0 ? `; ${more} more ${more === 1 ? "sheet" : "sheets"} with rows not read` : "";
  return { rows: first.rows, how: `sheet ${first.name}${others}` };
}

/**
 * The rows of a CSV file in whatever encoding and separator, or of the first sheet of an XLSX or ODS
 * workbook. Throws an ExpectedError that names the file.
 */
export async function sheetRows(file: string): Promise<SheetFile> {
  try {
    const bytes = readBytes(file);
    if (bytes === null) throw new ExpectedError("no such file");
    if (!Buffer.isBuffer(bytes))
      throw new ExpectedError(
        `${bytes.what}${bytes.value === undefined ? "" : `: ${bytes.value}`}`,
      );
    if (bytes.length === 0) throw new ExpectedError("the file is empty");
    if (bytes.subarray(0, 2).toString("latin1") === "PK") return await workbookRows(file);
    if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
      throw new ExpectedError("an older Excel file; save it as XLSX or CSV");
    const { text, encoding } = readText(bytes);
    const { separator, rows } = csvRows(text);
    const by = { ",": "commas", ";": "semicolons", "\t": "tabs" }[separator];
    return { rows, how: `${encoding}, separated by ${by}` };
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    throw new ExpectedError(
      error.problems.map((problem) => `${file}: ${problem}`),
      error.exitCode,
    );
  }
}
